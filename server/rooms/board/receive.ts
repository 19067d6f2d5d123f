/** What a page writes, from its judgement to the batch it is kept with. */
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { RefusalReason } from '../../../shared/protocol/messages.ts';
import type { StepRules } from '../../../shared/session/rules.ts';
import type { Services } from '../../services.ts';
import { syncFrame } from '../../sync-frame.ts';
import type { Batches } from '../keep/batches.ts';
import type { Connection } from '../socket/connection.ts';
import type { Update } from '../socket/incoming.ts';
import type { ClientIds } from './client-ids.ts';
import type { BoardDocument } from './document.ts';
import type { Judge } from './judge.ts';

export interface ReceiveDeps extends Pick<Services, 'clock' | 'measures' | 'log'> {
  readonly id: BoardId;
  readonly document: Pick<BoardDocument, 'live' | 'apply'>;
  readonly judge: Judge;
  readonly batches: Pick<Batches, 'gather'>;
  /** Added to here. */
  readonly clients: ClientIds;
  readonly holderOf: (client: number) => PersonId | undefined;
  readonly rules: () => readonly StepRules[];
}
/** `misjudged`: the judge admitted what does not apply, and the document is not to be trusted. */
type Reception =
  | { readonly kind: 'taken' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'misjudged' };
export type Receive = (from: Connection, update: Update) => Reception;

const TAKEN: Reception = { kind: 'taken' };

export function createReceive(deps: ReceiveDeps): Receive {
  const { id, document, judge, batches, clients, holderOf, rules, clock, measures, log } = deps;

  return (from, update) => {
    const { person } = from;
    const admission = judge(update, () => ({
      doc: document.live(),
      clients,
      holderOf,
      writer: person,
      rules: rules(),
    }));
    if (admission.kind !== 'admitted') return admission;
    const batch = batches.gather();
    batch.settled.set(from, update.number);
    if (!admission.effect) return TAKEN;
    const { bytes } = update;
    try {
      document.apply(bytes);
    } catch (err) {
      log.error({ err, board: id, person: person.id }, 'the judge admitted what does not apply');
      return { kind: 'misjudged' };
    }
    measures.updateAdmitted();
    batch.entries.push({ kind: 'update', author: person.id, at: clock(), bytes });
    batch.broadcasts.push({ message: syncFrame('update', bytes), from });
    for (const [client, end] of admission.ends) batch.ends.set(client, end);
    for (const client of admission.claims) {
      clients.bind(client, person.id);
      batch.claims.set(client, person.id);
    }
    return TAKEN;
  };
}
