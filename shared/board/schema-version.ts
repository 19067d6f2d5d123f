/**
 * Version of the schema boards are written in: the only place that says it. Raising it by one goes
 * with a step in `board-migrations.ts`, and shows out pages opened before (it is part of `PROTOCOL`).
 */
export const SCHEMA_VERSION = 2;
