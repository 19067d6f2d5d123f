/** Whether this browser can inflate; the server is told, and sends no deflated frame where it cannot. */
export const canInflate = (): boolean => typeof DecompressionStream !== 'undefined';
