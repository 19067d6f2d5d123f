import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../shared/ids.ts';
import { CLOSE, type CloseReason, closeReason } from '../../../shared/protocol/close.ts';
import {
  type Answer,
  type Asked,
  decodeAsked,
  decodeEpoch,
  decodeJson,
  decodePong,
  decodeSaved,
  encodeAnswer,
  encodeAsked,
  encodeEpoch,
  encodePong,
  encodeRefused,
  encodeSaved,
  encodeSession,
  MESSAGE,
  PING,
  REFUSALS,
  type Refused,
  SYNC,
  viewAfter,
} from '../../../shared/protocol/messages.ts';
import { sessionView } from '../../support/session-view.ts';

const session = sessionView({
  id: 'ana' as PersonId,
  role: 'participant',
  name: 'Ana 🌳',
  directionId: null,
  actorId: null,
  clients: [4_294_967_295],
});
const refused = { reason: 'step', update: 7 } as const satisfies Refused;
const asked: Asked = { id: 7, request: { type: 'hand', up: true } };
const answer: Answer = { id: 7, refused: 'step' };
const saved = { updates: 12, at: 1_900_000_000_000 };

const FRAMES: readonly (readonly [
  what: string,
  type: number,
  frame: Uint8Array,
  value: unknown,
  decode: (decoder: decoding.Decoder) => unknown,
])[] = [
  ['saved', MESSAGE.saved, encodeSaved(saved), saved, decodeSaved],
  [
    'saved, nothing yet',
    MESSAGE.saved,
    encodeSaved({ updates: 0, at: 0 }),
    { updates: 0, at: 0 },
    decodeSaved,
  ],
  ['refused', MESSAGE.refused, encodeRefused(refused), refused, decodeJson],
  ['session', MESSAGE.session, encodeSession(session), session, decodeJson],
  ['asked', MESSAGE.request, encodeAsked(asked), asked, decodeAsked],
  ['pong', MESSAGE.pong, encodePong(1_900_000_000_000), 1_900_000_000_000, decodePong],
  ['epoch', MESSAGE.epoch, encodeEpoch('e1'), 'e1', decodeEpoch],
  ['epoch of before', MESSAGE.epoch, encodeEpoch(''), '', decodeEpoch],
  ['answer', MESSAGE.answer, encodeAnswer(answer), answer, decodeJson],
];

test.each<[string, unknown, Asked | undefined]>([
  ['a list', [], undefined],
  ['nothing', null, undefined],
  ['no number', { request: {} }, undefined],
  ['a number that is none', { id: '1', request: {} }, undefined],
  ['half a number', { id: 0.5, request: {} }, undefined],
  ['a question without a request', { id: 1 }, { id: 1, request: undefined }],
  ['one that is too long', { id: 1, request: 'x'.repeat(65_536) }, { id: 1, request: undefined }],
])('[SR3] %s is read as what it is', (_what, value, read) => {
  const decoder = decoding.createDecoder(encodeAsked(value as Asked));
  decoding.readVarUint(decoder);
  expect(decodeAsked(decoder)).toEqual(read);
});

test.each([
  ['as our page writes it', '{"id":1,"request":', { id: 1, request: undefined }],
  ['in another way', '{"request":', undefined],
])('[SR14] a question too long is not parsed, its number known %s', (_how, beginning, read) => {
  const text = beginning + '['.repeat(65_536);
  const decoder = decoding.createDecoder(
    encoding.encode((encoder) => encoding.writeVarString(encoder, text)),
  );
  expect(decodeAsked(decoder)).toEqual(read);
});

test.each(FRAMES)(
  '[PR1] %s comes out as it went in, and nothing is left',
  (_what, type, frame, value, decode) => {
    const decoder = decoding.createDecoder(frame);
    expect(decoding.readVarUint(decoder)).toBe(type);
    expect(decode(decoder)).toEqual(value);
    expect(decoding.hasContent(decoder)).toBe(false);
  },
);

test.each(FRAMES)(
  '[PR2] %s cut short anywhere throws, and gives nothing',
  (_what, _type, frame, _value, decode) => {
    for (let length = 1; length < frame.length; length++) {
      const decoder = decoding.createDecoder(frame.slice(0, length));
      decoding.readVarUint(decoder);
      expect(() => decode(decoder), `${length} bytes`).toThrow();
    }
  },
);

test('[PR1] a ping is its type alone', () => {
  expect([...PING]).toEqual([MESSAGE.ping]);
});

test('[PR3] frames of sync and presence are those of y-websocket; ours differ from them and each other', () => {
  expect(MESSAGE).toMatchObject({ sync: 0, presence: 1, queryPresence: 3 });
  expect(SYNC).toEqual({ step1: 0, step2: 1, update: 2, step2V2: 3 });
  const types = Object.values(MESSAGE);
  expect(new Set(types).size).toBe(types.length);
  expect(types).not.toContain(2); // y-websocket's authentication, which we do not speak
  expect(new Set(REFUSALS).size).toBe(REFUSALS.length);
});

test('[PR5] a change goes over what is known; a whole view of another role leaves nothing of it', () => {
  const leading = { ...session, role: 'facilitator', entryCode: 'K3P9TX', undoable: null } as const;
  expect(viewAfter(null, leading)).toEqual(leading);
  const later = viewAfter(leading, { frozen: 'facilitator', now: leading.now + 1 });
  expect(later).toEqual({ ...leading, frozen: 'facilitator', now: leading.now + 1 });
  expect(viewAfter(later, session)).toEqual(session);
});

test('[PR4] each close code is of the private range, has one reason, and is found by its code', () => {
  const reasons = Object.keys(CLOSE) as CloseReason[];
  const codes = reasons.map((reason) => CLOSE[reason].code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter((code) => code < 4_000 || code > 4_999)).toEqual([]);
  expect(codes.map(closeReason)).toEqual(reasons);
});

test.each([1000, 1001, 1006, 1011, 4000, 0, Number.NaN])(
  '[PR4] the code %s is none of ours',
  (code) => {
    expect(closeReason(code)).toBeUndefined();
  },
);
