import { describe, expect, test } from 'vitest';
import { median, percentile, ratioOf, rotated, spreadOf } from '../../load/statistics.ts';

describe('percentiles', () => {
  test.each<[number, number]>([
    [0, 10],
    [0.5, 50],
    [0.51, 60],
    [0.95, 100],
    [1, 100],
  ])('[LD1] share %d of ten values is a measured value', (share, expected) => {
    const sorted = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    expect(percentile(sorted, share)).toBe(expected);
  });

  test('[LD1] a percentile of nothing is an error, not a zero', () => {
    expect(() => percentile([], 0.5)).toThrow('no sample');
  });

  test('[LD1] the spread does not depend on the order of the samples', () => {
    const samples = Array.from({ length: 1_000 }, (_, index) => (index * 617) % 1_000);
    expect(spreadOf(samples)).toEqual({ count: 1_000, p50: 499, p95: 949, p99: 989, max: 999 });
    expect(spreadOf([])).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, max: 0 });
  });
});

describe('medians', () => {
  test.each<[readonly number[], number | undefined]>([
    [[], undefined],
    [[7], 7],
    [[10, 9], 9.5],
    [[100, 9, 10], 10],
    [[4, 1, 3, 2], 2.5],
  ])('[LD2] the median of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('ratios', () => {
  const figures = (...pairs: [number, number][]) => new Map(pairs);

  test('[LD3] ratios pair what was measured in the same repetition', () => {
    const ours = figures([0, 10], [1, 30], [2, 5]);
    const theirs = figures([0, 20], [1, 20], [2, 50]);
    expect(ratioOf(ours, theirs)).toEqual({ median: 0.5, min: 0.1, max: 1.5, pairs: 3 });
  });

  test('[LD3] a repetition that one of the two did not finish has no ratio', () => {
    expect(ratioOf(figures([0, 10], [2, 8]), figures([1, 20], [2, 16]))).toEqual({
      median: 0.5,
      min: 0.5,
      max: 0.5,
      pairs: 1,
    });
    expect(ratioOf(figures([0, 10]), figures([1, 20]))).toBeUndefined();
    expect(ratioOf(figures([0, 10]), figures([0, 0]))).toBeUndefined();
  });
});

test('[LD4] each server is first, second and third in its turn', () => {
  const servers = ['a', 'b', 'c'];
  expect([0, 1, 2, 3].map((repetition) => rotated(servers, repetition))).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c', 'a'],
    ['c', 'a', 'b'],
    ['a', 'b', 'c'],
  ]);
});
