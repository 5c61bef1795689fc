// Runs in the page before everything else: counts what the widget starts and has not stopped yet.
const alive = { listeners: new Set(), observers: new Set(), timers: new Set(), requests: new Set() };
globalThis.alive = () => Object.fromEntries(Object.entries(alive).map(([name, { size }]) => [name, size]));

// A listener on anything else goes with the element.
const outlives = (target) => [window, document].includes(target) || target instanceof MediaQueryList;
const nameOf = (target, type, options) =>
  [target.media ?? target.nodeName, type, Boolean(options?.capture ?? options)].join(' ');
const { addEventListener, removeEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  if (outlives(this ?? window)) {
    const name = nameOf(this ?? window, type, options);
    alive.listeners.add(name);
    options?.signal?.addEventListener('abort', () => alive.listeners.delete(name));
  }
  return addEventListener.call(this ?? window, type, listener, options);
};
EventTarget.prototype.removeEventListener = function (type, listener, options) {
  if (outlives(this ?? window)) alive.listeners.delete(nameOf(this ?? window, type, options));
  return removeEventListener.call(this ?? window, type, listener, options);
};

for (const name of ['ResizeObserver', 'MutationObserver', 'IntersectionObserver']) {
  const { observe, disconnect } = globalThis[name].prototype;
  globalThis[name].prototype.observe = function (...given) {
    alive.observers.add(this);
    return observe.apply(this, given);
  };
  globalThis[name].prototype.disconnect = function () {
    alive.observers.delete(this);
    return disconnect.apply(this);
  };
}

for (const [start, stop, once] of [
  ['setTimeout', 'clearTimeout', true],
  ['setInterval', 'clearInterval', false],
  ['requestAnimationFrame', 'cancelAnimationFrame', true],
]) {
  const [begin, end] = [globalThis[start], globalThis[stop]];
  globalThis[start] = (work, ...given) => {
    const timer = begin(
      (...values) => {
        if (once) alive.timers.delete(`${start} ${timer}`);
        return work(...values);
      },
      ...given,
    );
    alive.timers.add(`${start} ${timer}`);
    return timer;
  };
  globalThis[stop] = (timer) => {
    alive.timers.delete(`${start} ${timer}`);
    return end(timer);
  };
}

const { fetch } = globalThis;
globalThis.fetch = async (...given) => {
  const request = Symbol('request');
  alive.requests.add(request);
  try {
    return await fetch(...given);
  } finally {
    alive.requests.delete(request);
  }
};
