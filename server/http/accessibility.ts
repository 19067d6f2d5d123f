/** `GET /api/accessibility`: what whoever hosts this server declares of its accessibility. */
import type { AccessibilityStatement } from '../../shared/protocol/http.ts';
import type { Config } from '../config.ts';
import { json } from './answers.ts';
import type { Handler } from './routes.ts';

type Declared = Pick<
  Config,
  'accessibilityState' | 'accessibilityDate' | 'accessibilityContact' | 'accessibilityOwner'
>;

export function showAccessibility(config: Declared): Handler {
  const statement: AccessibilityStatement = {
    state: config.accessibilityState,
    date: config.accessibilityDate,
    contact: config.accessibilityContact,
    owner: config.accessibilityOwner,
  };
  return () => Promise.resolve(json(200, statement));
}
