/**
 * Runs before the page, which is a hundred times longer: what the page will ask first is asked while
 * its script comes, so that a slow line pays for both at once.
 */
import { comeAhead } from './come-ahead.ts';

comeAhead(location).catch(() => {
  // Out of reach, or no answer of ours: the page asks again, and says what is wrong.
});
