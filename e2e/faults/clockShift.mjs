/** Loaded into a process (`--import`): its wall clock jumps an hour ahead at SIGUSR2 and an hour back at SIGHUP, as when somebody sets it. */
const hourMs = 3_600_000;
const RealDate = Date;
let shift = 0;

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift);
    else super(...args);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
process.on('SIGUSR2', () => (shift += hourMs));
process.on('SIGHUP', () => (shift -= hourMs));
