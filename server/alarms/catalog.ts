/** Every alarm by name: how grave it is, what it means and what to do. docs/operations.md repeats this table; a test compares them. */

/** `critical`: calls are not handled as the managers chose. `major`: one more fault would do that. `minor`: look at it today. */
export type Severity = 'critical' | 'major' | 'minor' | 'notice';

interface AlarmKind {
  readonly severity: Severity;
  readonly meaning: string;
  readonly whatToDo: string;
  /** Alarms that last carry the name under which their end is told; those without one are told once, when they happen. */
  readonly endsAs: string | null;
}

const nothing = 'Nothing, if you expected it.';

export const alarmCatalog = {
  ServiceStarted: {
    severity: 'notice',
    meaning: 'The service has opened its port.',
    whatToDo: nothing,
    endsAs: null,
  },
  ServiceStopped: {
    severity: 'notice',
    meaning: 'The service was asked to stop and has done so.',
    whatToDo: nothing,
    endsAs: null,
  },
  ServiceNotStarted: {
    severity: 'critical',
    meaning: 'The service could not start: a flag is wrong, or its port is taken.',
    whatToDo: 'Read the reason in the same line, put it right and start the service again.',
    endsAs: null,
  },
  BecameActive: {
    severity: 'notice',
    meaning: 'This service routes calls and serves the consoles from now on.',
    whatToDo: 'If it came unexpected, see why the other service gave up.',
    endsAs: null,
  },
  BecameStandby: {
    severity: 'notice',
    meaning: 'Another service has taken over; this one waits.',
    whatToDo: 'If it came unexpected, see whether this machine was stopped or cut off for a while.',
    endsAs: null,
  },
  FilteringDown: {
    severity: 'critical',
    meaning: 'This service is active but does not decide where calls go: they ring at the managers themselves.',
    whatToDo: 'See whether the switch answers (CallControlDown) and refuses this service in its log.',
    endsAs: 'FilteringUp',
  },
  CallControlDown: {
    severity: 'critical',
    meaning: 'The switch does not answer: no call can be shown or handled. Calls under way go on.',
    whatToDo: 'Check the switch and the network between it and this machine.',
    endsAs: 'CallControlUp',
  },
  StoreDown: {
    severity: 'critical',
    meaning: 'The database does not answer: settings cannot be changed, new logins fail, nobody can take over.',
    whatToDo: 'Check the database, its disk and the network to it. Calls are routed by what was last read.',
    endsAs: 'StoreUp',
  },
  PeerGone: {
    severity: 'major',
    meaning:
      'The other service of the pair does not run or cannot be reached: nobody may be there to take over from this one.',
    whatToDo: 'Start it again; if it runs, read in the log why there is no link to it: network, address, certificate.',
    endsAs: 'PeerBack',
  },
  ConfigurationInvalid: {
    severity: 'major',
    meaning: 'What is in the database cannot be read as a company; the configuration read last stays in force.',
    whatToDo: 'Read the error in the log, correct the entry it names with the admin program.',
    endsAs: 'ConfigurationValid',
  },
  LinesNotAtSwitch: {
    severity: 'major',
    meaning: 'The switch does not have some of the configured lines: calls that should ring there go past them.',
    whatToDo: 'Set the phones up in the switch, or compare "lines list" of the admin program with what the switch has.',
    endsAs: 'LinesAtSwitch',
  },
  DirectoryNotLoaded: {
    severity: 'major',
    meaning: 'The directory is not in memory: searches go to the database and are slow.',
    whatToDo: 'Read the error in the log; import the directory again if it is damaged.',
    endsAs: 'DirectoryLoaded',
  },
  CertificateExpiring: {
    severity: 'minor',
    meaning: "The service's certificate ends soon: from then on consoles, managers and the other service refuse it.",
    whatToDo:
      'Renew it and put the new files in the place of the old ones; the service takes them up without a restart.',
    endsAs: 'CertificateRenewed',
  },
  CertificateNotValid: {
    severity: 'critical',
    meaning:
      "The service's certificate has ended or has not begun: consoles, managers and the other service refuse it.",
    whatToDo: "Renew it at once, or set this machine's clock right; sessions that stand go on until their links break.",
    endsAs: 'CertificateValid',
  },
  Overloaded: {
    severity: 'critical',
    meaning:
      'The service is late: for some seconds its event loop was held up, or too many commands wait, or too many consoles are there.',
    whatToDo: 'See what else runs on this machine; give it more processor, or move managers to another pool.',
    endsAs: 'OverloadEnded',
  },
  TooManyFailedLogins: {
    severity: 'minor',
    meaning: 'Many logins were refused within a minute: somebody guesses passwords, or a device holds an old one.',
    whatToDo: 'Find the address in the log lines "login refused".',
    endsAs: 'FailedLoginsEnded',
  },
  CallRecordsLost: {
    severity: 'minor',
    meaning: 'The database was away so long that statistics of some calls were given up. Calls are not affected.',
    whatToDo: 'Bring the database back; the counter ipma_call_records_lost_total says how many are missing.',
    endsAs: null,
  },
} as const satisfies Record<string, AlarmKind>;

export type AlarmName = keyof typeof alarmCatalog;

/** Alarms that are raised and, at their end, cleared. */
export type LastingAlarm = {
  [Name in AlarmName]: (typeof alarmCatalog)[Name]['endsAs'] extends string ? Name : never;
}[AlarmName];

/** Alarms that are told once. */
export type MomentaryAlarm = Exclude<AlarmName, LastingAlarm>;

export const alarmNames = Object.keys(alarmCatalog) as readonly AlarmName[];
export const lastingAlarms = alarmNames.filter((name): name is LastingAlarm => alarmCatalog[name].endsAs !== null);
