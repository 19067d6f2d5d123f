import { useEffect, useState } from 'react';
import type { AccessibilityStatement } from '../../shared/protocol/http.ts';
import { declared } from '../entry/accessibility.ts';

/** What is declared of this server; null until it is wanted and known. */
export function useDeclared(isWanted: boolean): AccessibilityStatement | null {
  const [statement, setStatement] = useState<AccessibilityStatement | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let left = false;
    void declared().then((answer) => left || setStatement(answer));
    return () => {
      left = true;
    };
  }, [isWanted]);
  return statement;
}
