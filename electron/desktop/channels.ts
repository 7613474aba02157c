/** The two IPC channels there are; main process and preload both name them from here. */
export const requestChannel = 'bridge:request';
export const pushChannel = 'bridge:push';
