/** What facilitators say to a group or to everybody, read at the top of their page until it is taken back. */
import type { GroupId, Id } from '../../ids.ts';

export type MessageId = Id<'message'>;

export interface Message {
  readonly id: MessageId;
  /** Null for everybody, the projector with them. */
  readonly to: GroupId | null;
  readonly text: string;
  /** Server clock, milliseconds since 1970. */
  readonly at: number;
}

export const maxMessageCharacters = 300;
