/** Milliseconds until what can wait is done on a page that never rests. */
const longest = 300;

/**
 * Runs what can wait when the next frame has been painted and the page rests.
 * @returns calls it off
 */
export function afterPaint(work: () => void): () => void {
  let off = () => {};
  const frame = requestAnimationFrame(() => {
    // Safari tells nobody that it rests.
    if ('requestIdleCallback' in window) {
      const idle = requestIdleCallback(work, { timeout: longest });
      off = () => cancelIdleCallback(idle);
    } else {
      const timer = setTimeout(work);
      off = () => clearTimeout(timer);
    }
  });
  return () => {
    cancelAnimationFrame(frame);
    off();
  };
}
