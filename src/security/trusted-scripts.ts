/** TypeScript's library lacks it, and not every browser has it. */
interface TrustedTypes {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): void;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/**
 * Where the policy asks for it, addresses become scripts here only: those of our own origin. HTML and
 * code never do. On every thread that starts workers, before it does.
 */
trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    if (new URL(url, location.href).origin === location.origin) return url;
    throw new TypeError(`${url} is not ours`);
  },
});
