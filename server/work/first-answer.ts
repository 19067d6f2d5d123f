/**
 * What a page is sent that comes with nothing, made before it comes: to write a large board anew and
 * deflate it takes longer than all the rest of coming in, and everybody else would wait for it.
 */
import * as Y from 'yjs';
import { deflated, syncFrame } from '../sync-frame.ts';

/** Of a state in the first version: below, the answer is made in a few milliseconds when it is asked for. */
const worthwhileBytes = 96 * 1_024;

/**
 * @param state of the document, as it is kept
 * @returns a frame for pages that inflate, or nothing for a small board
 */
export const firstAnswer = (doc: Y.Doc, state: Uint8Array): { readonly answer?: Uint8Array } =>
  state.length < worthwhileBytes
    ? {}
    : { answer: deflated(syncFrame('step2V2', Y.encodeStateAsUpdateV2(doc))) };
