/**
 * The closed schema of a board document: every root, entity, field, type and size. The server
 * refuses whatever is not here (SPEC BD1). Adding a field: here, then `board-migrations.ts` when old
 * boards need it, then a command.
 */
import {
  type ActionId,
  type ActorId,
  type CommentId,
  type DirectionId,
  type GroupId,
  isId,
  type PersonId,
  type PolicyId,
  type PriorityId,
} from '../ids.ts';
import { AMBITIONS, EXPRESSIONS, FREQUENCIES, type Status } from '../vocabulary/action.ts';
import { DECP_ENVIRONMENTAL, DECP_SOCIAL, EFORMS } from '../vocabulary/considerations.ts';
import {
  integer,
  isDay,
  isLanguage,
  isLevel,
  isNumber,
  isRank,
  isTermList,
  isTime,
  isTrue,
  oneOf,
  string,
} from './checks.ts';
import {
  type ChangeKind,
  type FieldTable,
  parts,
  plain,
  set,
  text,
  type ValuesOf,
} from './fields.ts';

/** Sizes beyond which a change is refused with a sentence (design §2). Characters are UTF-16 units. */
export const LIMITS = {
  actions: 5_000,
  priorities: 60,
  directions: 200,
  actors: 200,
  policies: 200,
  comments: 20_000,
  titleCharacters: 300,
  descriptionCharacters: 20_000,
  /** An imported text may exceed what editing allows; it can then only be shortened. */
  importedCharacters: 100_000,
  lineCharacters: 500,
  noteCharacters: 5_000,
  partsPerAction: 50,
  membersPerSet: 300,
} as const;

const written = (max: number) => (change: ChangeKind) =>
  plain(string(LIMITS.importedCharacters), change, max);
const line = written(LIMITS.lineCharacters);
const note = written(LIMITS.noteCharacters);
const id = <Kind extends string>(value: unknown): value is Kind => isId(value);
const isStatus = (value: unknown): value is Status =>
  value === 'proposed' || value === 'discuss' || value === 'retained';
const { membersPerSet, partsPerAction } = LIMITS;

/** Root `board`: the workshop itself. */
export const BOARD_FIELDS = {
  schemaVersion: plain(integer(1, 1_000), 'sealed'),
  /** The workshop's own id in the file it came from. */
  workshopId: plain(id<string>, 'frame'),
  /** Language of what people write, as in `lang`; French when absent. */
  language: plain(isLanguage, 'frame'),
  title: line('frame'),
  subtitle: line('frame'),
  territory: line('frame'),
  purpose: note('frame'),
  decisionBody: line('frame'),
  date: plain(isDay, 'frame'),
  startTime: plain(isTime, 'frame'),
  endTime: plain(isTime, 'frame'),
  periodStart: line('frame'),
  periodEnd: line('frame'),
  onSiteParticipants: plain(integer(0, 100_000), 'frame'),
  remoteParticipants: plain(integer(0, 100_000), 'frame'),
  tables: plain(integer(0, 10_000), 'frame'),
  votesPerParticipant: plain(integer(0, 1_000), 'frame'),
  /** What must stay visible about the data, such as "démonstration". */
  notice: note('frame'),
  /** The body's own word for a priority: "Axe", "Enjeu", "Volet"… */
  priorityLabel: plain(string(40), 'frame'),
  levers: plain(isTermList, 'frame'),
  marketFamilies: plain(isTermList, 'frame'),
  /** Shares of contracts the synthesis is read against, in percent; the national ones when absent. */
  socialMarker: plain(integer(0, 100), 'frame'),
  environmentalMarker: plain(integer(0, 100), 'frame'),
  /** Where both come from. */
  markerSource: line('frame'),
} as const satisfies FieldTable;

const PRIORITY_FIELDS = {
  title: line('frame'),
  /** The élus' text. */
  orientation: note('frame'),
  setBy: line('frame'),
  rank: plain(isRank, 'frame'),
} as const satisfies FieldTable;

export const DIRECTION_FIELDS = {
  name: line('frame'),
  /** Up to 8 characters for the chip; made from the id or the name when absent. */
  abbreviation: plain(string(8), 'frame'),
  kind: line('frame'),
  rank: plain(isRank, 'frame'),
} as const satisfies FieldTable;

const ACTOR_FIELDS = {
  name: line('frame'),
  kind: line('frame'),
  expectation: note('frame'),
  constraint: note('frame'),
  rank: plain(isRank, 'frame'),
} as const satisfies FieldTable;

const POLICY_FIELDS = {
  name: line('frame'),
  shortName: line('frame'),
  rank: plain(isRank, 'frame'),
} as const satisfies FieldTable;

export const TARGET_FIELDS = {
  value: plain(isNumber, 'edit'),
  date: plain(isDay, 'edit'),
  rank: plain(isRank, 'edit'),
} as const satisfies FieldTable;

export const INDICATOR_FIELDS = {
  label: line('edit'),
  expressedAs: plain(oneOf(EXPRESSIONS), 'edit'),
  unit: line('edit'),
  baseline: plain(isNumber, 'edit'),
  frequency: plain(oneOf(FREQUENCIES), 'edit'),
  rank: plain(isRank, 'edit'),
  targets: parts(TARGET_FIELDS, partsPerAction, 'edit'),
} as const satisfies FieldTable;

const CONSTRAINT_FIELDS = {
  actorId: plain(id<ActorId>, 'edit'),
  text: note('edit'),
  rank: plain(isRank, 'edit'),
} as const satisfies FieldTable;

export const ACTION_FIELDS = {
  title: text(LIMITS.titleCharacters, 'edit'),
  description: text(LIMITS.descriptionCharacters, 'edit'),
  priorityId: plain(id<PriorityId>, 'move'),
  rank: plain(isRank, 'move'),
  authorId: plain(id<PersonId>, 'origin'),
  authorDirectionId: plain(id<DirectionId>, 'origin'),
  authorActorId: plain(id<ActorId>, 'origin'),
  status: plain(isStatus, 'edit'),
  discarded: plain(isTrue, 'discard'),
  mergedInto: plain(id<ActionId>, 'merge'),
  /** Who is asked to fill the sheet: a direction, a group of the session, or a person. */
  assignedTo: plain(id<DirectionId | GroupId | PersonId>, 'frame'),
  leadDirectionId: plain(id<DirectionId>, 'edit'),
  electedSponsor: line('edit'),
  supportingDirections: set(id<DirectionId>, membersPerSet, 'edit'),
  partners: set(id<ActorId>, membersPerSet, 'edit'),
  levers: set(id<string>, membersPerSet, 'edit'),
  marketFamilies: set(id<string>, membersPerSet, 'edit'),
  decpSocial: set(oneOf(DECP_SOCIAL), membersPerSet, 'edit'),
  decpEnvironmental: set(oneOf(DECP_ENVIRONMENTAL), membersPerSet, 'edit'),
  eforms: set(oneOf(EFORMS), membersPerSet, 'edit'),
  policies: set(id<PolicyId>, membersPerSet, 'edit'),
  socialConsideration: note('edit'),
  environmentalConsideration: note('edit'),
  economicConsideration: note('edit'),
  ambition: plain(oneOf(AMBITIONS), 'edit'),
  impact: plain(isLevel, 'edit'),
  feasibility: plain(isLevel, 'edit'),
  startDate: plain(isDay, 'edit'),
  deadline: plain(isDay, 'edit'),
  means: note('edit'),
  indicators: parts(INDICATOR_FIELDS, partsPerAction, 'edit'),
  constraints: parts(CONSTRAINT_FIELDS, partsPerAction, 'edit'),
  /** Votes a workshop file came with; rounds of this workshop live in the session. */
  votes: plain(integer(0, 1_000_000), 'sealed'),
} as const satisfies FieldTable;

const COMMENT_FIELDS = {
  actionId: plain(id<ActionId>, 'origin'),
  authorId: plain(id<PersonId>, 'origin'),
  text: note('comment'),
  /** Server clock as the author's browser knows it, milliseconds since 1970. */
  at: plain(isNumber, 'comment'),
} as const satisfies FieldTable;

/** Roots that hold entities under their ids, with the number allowed of each. */
export const ENTITY_ROOTS = {
  priorities: { fields: PRIORITY_FIELDS, max: LIMITS.priorities, add: 'frame' },
  directions: { fields: DIRECTION_FIELDS, max: LIMITS.directions, add: 'frame' },
  actors: { fields: ACTOR_FIELDS, max: LIMITS.actors, add: 'frame' },
  policies: { fields: POLICY_FIELDS, max: LIMITS.policies, add: 'frame' },
  actions: { fields: ACTION_FIELDS, max: LIMITS.actions, add: 'add' },
  comments: { fields: COMMENT_FIELDS, max: LIMITS.comments, add: 'comment' },
} as const;
export type EntityRoot = keyof typeof ENTITY_ROOTS;

export type BoardInfo = ValuesOf<typeof BOARD_FIELDS>;
export type Priority = { readonly id: PriorityId } & ValuesOf<typeof PRIORITY_FIELDS>;
export type Direction = { readonly id: DirectionId } & ValuesOf<typeof DIRECTION_FIELDS>;
export type Actor = { readonly id: ActorId } & ValuesOf<typeof ACTOR_FIELDS>;
export type Policy = { readonly id: PolicyId } & ValuesOf<typeof POLICY_FIELDS>;
export type Action = { readonly id: ActionId } & ValuesOf<typeof ACTION_FIELDS>;
export type Indicator = Action['indicators'][number];
export type Constraint = Action['constraints'][number];
export type Comment = { readonly id: CommentId } & ValuesOf<typeof COMMENT_FIELDS>;
