import type { Shell } from '../../dom/shell.ts';

/** Pixels from which the map stands beside the list, as the styles have it. */
const wide = 704;

/**
 * Opens the filters where there is room; in a tab that is hidden at first, as soon as it shows.
 * @param width of the widget in pixels; 0 while it is hidden.
 */
export function unfold({ root, fold }: Shell, width: number, stopped: AbortSignal): void {
  fold.open = width >= wide;
  if (width > 0) return;
  const shown = new ResizeObserver(() => {
    if (root.clientWidth === 0) return;
    fold.open = root.clientWidth >= wide;
    shown.disconnect();
  });
  shown.observe(root);
  stopped.addEventListener('abort', () => shown.disconnect());
}
