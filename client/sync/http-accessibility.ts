/** What whoever hosts this server declares of its accessibility. */
import * as v from 'valibot';
import { type AccessibilityStatement, CONFORMITY } from '../../shared/protocol/http.ts';
import { type Answer, ask, REPEATABLE } from './http.ts';

const statement = v.looseObject({
  state: v.picklist(CONFORMITY),
  date: v.string(),
  contact: v.string(),
  owner: v.string(),
});

export const readAccessibility = (): Promise<Answer<AccessibilityStatement>> =>
  ask('/api/accessibility', {}, REPEATABLE(statement));
