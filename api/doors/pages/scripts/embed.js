// For the page around the frame, if it likes: each frame of this hub becomes as high as its content.
const hub = new URL(import.meta.url).origin;

/**
 * What a frame's own border takes of the height that is set.
 * @param {HTMLIFrameElement} frame
 */
const borderOf = (frame) =>
  getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== hub || data?.type !== 'digitale-wege-height' || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source)
      frame.style.height = `${Math.min(Math.max(data.height, 200), 20000) + borderOf(frame)}px`;
});

// A frame that was there first has told its height already. One that still loads has another origin yet, and the
// question is no secret.
for (const frame of document.querySelectorAll('iframe'))
  if (frame.src.startsWith(`${hub}/`))
    frame.contentWindow?.postMessage({ type: 'digitale-wege-height' }, '*');
