// New versions of the page: the service worker brings one whole while the old one works on, and it waits there until a person
// asks for it. Then all tabs go over, each when what it holds is saved.

const leadlight_updates = {
  self: 0,
  news: { ready: 0, taken_over: 1 },  // in the order of ports::Updates::News
  look_again_ms: 3600 * 1000,
  looked_at_ms: 0,
  /** @type {ServiceWorkerRegistration | undefined} */
  registration: undefined,
  had_one: false,  // this page came from a service worker, or has been handed over to one

  /** @param {number} news */
  tell: (news) => _leadlight_updates_news(leadlight_updates.self, news),

  /** Brought whole, and an older one is at work. */
  is_ready: () => Boolean(leadlight_updates.registration?.waiting && navigator.serviceWorker.controller),
  tell_if_ready: () => { if (leadlight_updates.is_ready()) leadlight_updates.tell(leadlight_updates.news.ready); },

  /** Trusted Types: the one address of a script that the page ever makes. @returns {string} */
  script: () => {
    // @ts-ignore: not in TypeScript's library of 2025
    const policy = window.trustedTypes?.createPolicy('leadlight', { createScriptURL: (/** @type {string} */ url) => url });
    return policy?.createScriptURL('./sw.js') ?? './sw.js';
  },

  register: async () => {
    const { news, tell, tell_if_ready } = leadlight_updates;
    const { serviceWorker } = navigator;
    leadlight_updates.had_one = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      if (leadlight_updates.had_one) tell(news.taken_over);
      leadlight_updates.had_one = true;
    });
    const registration = leadlight_updates.registration = await serviceWorker.register(leadlight_updates.script(), { updateViaCache: 'none' });
    leadlight_updates.looked_at_ms = Date.now();
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => { if (installing.state === 'installed') tell_if_ready(); });
    });
    tell_if_ready();
  },

  /** Now and then, when somebody comes back to a tab that has been open for long. */
  look: () => {
    const { registration, looked_at_ms, look_again_ms } = leadlight_updates;
    if (!registration || document.visibilityState !== 'visible' || Date.now() - looked_at_ms < look_again_ms) return;
    leadlight_updates.looked_at_ms = Date.now();
    registration.update().catch(() => {});  // no network: another time
  },
};

addToLibrary({
  $leadlight_updates: leadlight_updates,

  leadlight_updates_start__deps: ['$leadlight_updates'],
  /** @param {number} self */
  leadlight_updates_start: (self) => {
    leadlight_updates.self = self;
    // The page in one file has no manifest, and nothing to bring.
    if (!('serviceWorker' in navigator) || !document.querySelector('link[rel="manifest"]')) return;
    // Not before the page can be used: it would wait for what is brought a second time.
    addEventListener('leadlight-usable', () => { leadlight_updates.register().catch(() => {}); }, { once: true });
    document.addEventListener('visibilitychange', leadlight_updates.look);
  },

  leadlight_updates_take__deps: ['$leadlight_updates'],
  /** The one that is ready; else whatever there is by now. */
  leadlight_updates_take: async () => {
    const { registration } = leadlight_updates;
    await registration?.update().catch(() => {});
    const { installing } = registration ?? {};
    if (installing) {
      await new Promise((resolve) => {
        installing.addEventListener('statechange', () => { if (installing.state !== 'installing') resolve(undefined); });
      });
    }
    if (registration?.waiting) registration.waiting.postMessage('take over');
    else location.reload();
  },
});
