/** TypeScript's library lacks it, and only browsers that open files with installed apps have it. */
interface LaunchQueue {
  setConsumer(
    consumer: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void,
  ): void;
}

/** Photos that the system opens with the installed app. */
export function openLaunchFiles(openFiles: (files: readonly File[]) => Promise<void>): void {
  const { launchQueue } = window as { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(async ({ files }) => {
    if (files.length > 0) void openFiles(await Promise.all(files.map((file) => file.getFile())));
  });
}
