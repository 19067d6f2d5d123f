/**
 * Lets an update into a board, whole or not at all (design: "The way of an edit", step 3).
 * Judged by its decoded structs and deleted ranges against schema, role, step and authorship, before
 * it is applied: nothing hidden in it can take effect later. Ids of Yjs clients belong to the person
 * who first used them, so nobody writes, or silences, in another's name.
 */
import * as Y from 'yjs';
import type { PersonId } from '../../../shared/ids.ts';
import type { RefusalReason } from '../../../shared/protocol/messages.ts';
import { mayChange } from '../../../shared/session/permissions.ts';
import type { StepRules } from '../../../shared/session/rules.ts';
import {
  type Fresh,
  inOrder,
  type Queues,
  type Struct,
  sortFresh,
} from '../../work/causal-order.ts';
import { createBirths } from './admit/births.ts';
import type { DecodedUpdate } from './admit/decode.ts';
import { judgeDeletes } from './admit/deletes.ts';
import { createEffort } from './admit/effort.ts';
import { createOwnShare } from './admit/own-share.ts';
import { createPermit, type Verdict, type Writer } from './admit/permit.ts';
import { createPlaces, isRoot, VOID } from './admit/places.ts';
import { createTally } from './admit/tally.ts';
import { isKnownContent, type Judgement, judgeWrite } from './admit/writes.ts';
import type { ClientIds } from './client-ids.ts';

export interface AdmissionContext {
  /** The board as everything admitted so far made it; only read. */
  readonly doc: Y.Doc;
  readonly clients: Pick<ClientIds, 'ownerOf' | 'countOf'>;
  /** Whose page has a client id now, be it not kept: nobody else can be first. */
  readonly holderOf: (client: number) => PersonId | undefined;
  readonly writer: Writer;
  /** Those in force, and for a moment those before them: any may allow. */
  readonly rules: readonly StepRules[];
}

export type Admission =
  | {
      readonly kind: 'admitted';
      /** False when the board has all of it already. */
      readonly effect: boolean;
      /** Client ids to bind to the writer. */
      readonly claims: readonly number[];
      /** Client id → its clock once the update is applied; only clients that wrote in it. */
      readonly ends: ReadonlyMap<number, number>;
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  /** It stands on something the board does not have: ask its author for the rest. */
  | { readonly kind: 'gap' };

/** Client ids one person may write under in a board: at most one for each opening of a page. */
const maxClientsPerPerson = 1_000;
/**
 * Client ids a board is written under, by all. A page says each of them whenever it comes: a board
 * with more than `maxStateVectorEntries` would shut out everybody for ever. And Yjs goes through
 * them at each change, in some microseconds each.
 */
const maxClientsPerBoard = 8_000;

export function admit(update: DecodedUpdate, context: AdmissionContext): Admission {
  const { doc, writer, rules } = context;
  if (!update.structs.every(hasKnownRoot)) return refuse('schema');
  const sorted = sortFresh(update.structs, doc);
  if (sorted.kind === 'malformed') return refuse('schema');
  if (sorted.kind === 'gap') return sorted;
  const { queues } = sorted;
  // Before it is put in order, which is work that nobody may ask for who may not write it. What Yjs
  // drops on arrival has no place in the board to be judged by, and stays in the log for ever.
  if (queues.size > 0 && !rules.some((one) => mayChange(writer.role, one)))
    return refuse(writer.role === 'observer' ? 'role' : 'step');
  const claims = claimsOf(queues, context);
  if (typeof claims === 'string') return refuse(claims);
  const order = inOrder(queues, doc);
  if (order.kind === 'malformed') return refuse('schema');
  if (order.kind === 'gap') return order;
  const { fresh } = order;

  const judgement: Judgement = {
    places: createPlaces(doc, queues),
    permit: createPermit(doc, writer, rules),
    births: createBirths(doc, writer),
    tally: createTally((client) => context.clients.ownerOf(client) === undefined),
    effort: createEffort(doc),
    ownShare: createOwnShare(doc, writer),
  };
  for (const struct of fresh) {
    const verdict = judgeStruct(struct, judgement);
    if (verdict) return refuse(verdict);
  }
  const deletions = judgeDeletes(update.deletes, doc, queues, judgement);
  if (deletions.verdict === 'gap') return { kind: 'gap' };
  const { births, tally, effort, ownShare } = judgement;
  const verdict =
    deletions.verdict ??
    births.verdict() ??
    tally.verdict() ??
    effort.verdict() ??
    ownShare.verdict();
  if (verdict) return refuse(verdict);
  return {
    kind: 'admitted',
    effect: fresh.length > 0 || deletions.effect,
    claims,
    ends: new Map(fresh.map(({ id, length }) => [id.client, id.clock + length])),
  };
}

const refuse = (reason: RefusalReason): Admission => ({ kind: 'refused', reason });

/** Even what is known already would create a root of that name, when it is applied. */
const hasKnownRoot = (struct: Struct): boolean => {
  const parent: unknown = struct instanceof Y.Item ? struct.parent : null;
  return typeof parent !== 'string' || isRoot(parent);
};

function judgeStruct(struct: Fresh, judgement: Judgement): Verdict {
  if (struct instanceof Y.GC) return null; // of an own id: something written and removed offline
  if (!isKnownContent(struct.content)) return 'schema';
  const slot = judgement.places.enter(struct);
  if (slot === VOID) return null;
  if (!slot) return 'schema';
  judgement.effort.add(struct, slot);
  return judgeWrite(struct, slot, judgement);
}

/** The ids this update uses for the first time; or why it may not use one. */
function claimsOf(queues: Queues, { doc, clients, holderOf, writer }: AdmissionContext) {
  const claims: number[] = [];
  let unwritten = 0;
  for (const client of queues.keys()) {
    if (Y.getState(doc.store, client) === 0) unwritten += 1;
    const person = clients.ownerOf(client);
    if (person === writer.id) continue;
    if ((holderOf(client) ?? writer.id) !== writer.id) return 'authorship' as const;
    // Content without a person behind its id is the server's own, such as an import.
    if (person !== undefined || Y.getState(doc.store, client) > 0) return 'authorship' as const;
    claims.push(client);
  }
  const own = claims.length > 0 ? clients.countOf(writer.id) + claims.length : 0;
  const all = unwritten > 0 ? doc.store.clients.size + unwritten : 0;
  const isTooMany = own > maxClientsPerPerson || all > maxClientsPerBoard;
  return isTooMany ? ('too-many' as const) : claims;
}
