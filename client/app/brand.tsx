/** Three gommettes. The name stands beside them in words, so they say nothing by themselves. */
export function Brand() {
  return (
    <svg className="brand" viewBox="0 0 44 20" aria-hidden="true">
      <circle data-hue={1} cx="8" cy="9" r="7" />
      <circle data-hue={5} cx="22" cy="12" r="7" />
      <circle data-hue={6} cx="36" cy="9" r="7" />
    </svg>
  );
}
