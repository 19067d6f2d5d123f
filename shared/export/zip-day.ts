/** The zip format knows no day before 1980. @param moment milliseconds since 1970 */
export const zipDay = (moment: number): number => Math.max(moment, Date.UTC(1980, 0, 2));
