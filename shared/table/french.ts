/** Values as people write them in French, where a text has to hold them. */

/** @param day `YYYY-MM-DD`; @returns `DD/MM/YYYY` */
export const frenchDay = (day: string): string => day.split('-').reverse().join('/');

/** With a comma before the decimals. */
export const frenchNumber = (value: number): string => String(value).replace('.', ',');
