/** The declaration of accessibility, asked of the server once for as long as the page. */
import type { AccessibilityStatement } from '../../shared/protocol/http.ts';
import { readAccessibility } from '../sync/http-accessibility.ts';

let known: Promise<AccessibilityStatement | null> | undefined;

/** @returns null where the server is out of reach: the page says what holds for every server */
export function declared(): Promise<AccessibilityStatement | null> {
  known ??= readAccessibility().then((answer) => {
    if (answer.ok) return answer.value;
    known = undefined;
    return null;
  });
  return known;
}
