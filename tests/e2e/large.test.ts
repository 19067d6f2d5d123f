/** The built server and the built program of its thread, as people run them. */
import { expect, test } from 'vitest';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import { tokenOf } from '../support/http.ts';
import { largeWorkshop } from '../support/large-workshop.ts';
import { startServerProcess } from '../support/server-process.ts';

test('[OF4] the built server reads and writes 5,000 actions in its thread', async () => {
  const server = await startServerProcess();
  try {
    const answer = await fetch(`${server.url}/api/boards`, {
      method: 'POST',
      body: largeWorkshop(),
    });
    expect(answer.status).toBe(201);
    const created = (await answer.json()) as BoardCreated;
    const file = await fetch(`${server.url}/api/boards/${created.boardId}/export/csv`, {
      headers: { authorization: `Bearer ${tokenOf(created, 'observer')}` },
    });
    expect(file.status).toBe(200);
    expect((await file.text()).split('\r\n').length).toBeGreaterThan(5_000);
  } finally {
    await server.dispose();
  }
});
