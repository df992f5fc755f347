/** TypeScript doesn't know them yet. */
interface WithPermission {
  queryPermission?(wanted: { readonly mode: PermissionMode }): Promise<PermissionState>;
  requestPermission?(wanted: { readonly mode: PermissionMode }): Promise<PermissionState>;
}

type PermissionMode = 'read' | 'readwrite';

/** Browsers that know no permission ask for none. */
export async function isPermitted(
  handle: FileSystemHandle & WithPermission,
  mode: PermissionMode,
): Promise<boolean> {
  const state = await handle.queryPermission?.({ mode });
  return state === undefined || state === 'granted';
}

/** Asks the person; to be called from a click. */
export async function askPermission(
  handle: FileSystemHandle & WithPermission,
  mode: PermissionMode,
): Promise<boolean> {
  const state = await handle.requestPermission?.({ mode });
  return state === undefined || state === 'granted';
}
