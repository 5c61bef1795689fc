// Inside the frame: tells the page around it how high the content is. The number is no secret.
const tell = () =>
  parent.postMessage(
    { type: 'digitale-wege-height', height: Math.ceil(document.body.getBoundingClientRect().height) },
    '*',
  );

if (parent !== window) {
  new ResizeObserver(tell).observe(document.body);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.type === 'digitale-wege-height') tell();
  });
}
