/** What a promise gives, undefined when it fails or takes longer: no device keeps a page waiting. */
export async function within<Value>(
  ms: number,
  promise: Promise<Value>,
): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const first = await Promise.race([promise.catch(() => undefined), late]);
  clearTimeout(timer);
  return first;
}
