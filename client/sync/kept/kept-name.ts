/** Name of the database of kept work, and of the channel on which tabs tell of its changes. */
export const KEPT_NAME = 'gommette-kept';
