/**
 * What one participant may put into a board: several times what anybody does in a workshop, and far
 * below what would fill a board for everybody or make it heavy to open. Whoever leads is bounded by
 * the board alone. What one may write in all is a share of the server's settings:
 * `server/rooms/board/fullness.ts`.
 */
export const PERSON_LIMITS = {
  /** Actions that they proposed, those set aside or merged included. */
  actions: 500,
  /** Comments of theirs that are on the board. */
  comments: 1_000,
  /** Hidden ideas, of whoever leads too: they are all shown at once. */
  ideas: 200,
  /** Characters of all hidden ideas together; some ten texts of the longest. */
  ideaCharacters: 200_000,
} as const;
