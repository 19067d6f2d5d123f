import { expect, test } from 'vitest';
import { nothingSearched, playWorkshop, SECRECY_SETTINGS } from '../../fuzz/secrecy-run.ts';
import { createHandClock } from '../../support/hand-clock.ts';
import { openHouse } from '../../support/house.ts';
import { notedLog } from '../../support/noted-log.ts';
import { createRandom } from '../../support/tamper.ts';

const SEED = 20_261_123;
const WORKSHOPS = 9;

test('[SR10] in whole random workshops no frame tells anybody what is hidden from them', async () => {
  const time = createHandClock();
  const log = notedLog();
  const house = await openHouse({
    wrap: log.wrap,
    clock: time.clock,
    alarm: time.alarm,
    environment: SECRECY_SETTINGS,
  });
  const searched = nothingSearched();
  const random = createRandom(SEED);
  for (let i = 0; i < WORKSHOPS; i++) await playWorkshop(house, time, random, searched, log);
  await house.close();
  // A search that has found nothing to search for proves nothing.
  expect(searched.workshops).toBe(WORKSHOPS);
  expect(searched.frames).toBeGreaterThan(1_000);
  expect(searched.searches).toBeGreaterThan(5_000);
  expect(searched.revealed).toBeGreaterThan(3);
  expect(searched.votes).toBeGreaterThan(50);
  expect(searched.closes).toBeGreaterThan(2);
  expect(searched.said).toBeGreaterThan(10);
});
