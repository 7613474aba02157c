/** People outside the company who call its managers. Names and numbers are invented (ranges kept free for fiction where a country has them). */
export interface DemoCaller {
  readonly name: string;
  readonly number: string;
}

export const demoCallers: readonly DemoCaller[] = [
  { name: 'Peter Brandt', number: '+493055570142' },
  { name: '林怡君 Lin Yi-Chun', number: '+886255500199' },
  { name: 'Grace Whitfield', number: '+442079460118' },
  { name: 'Luc Delacroix', number: '+33199000417' },
  { name: 'Daniel Reyes', number: '+12125550173' },
  { name: 'سلمى القاسم Salma Al-Qasim', number: '+97145550126' },
  { name: '中村 葵 Aoi Nakamura', number: '+81355500164' },
  { name: 'Marisol Quintana', number: '+34915550138' },
  { name: 'Ηλίας Βλάχος Ilias Vlachos', number: '+302105550191' },
  { name: 'Zanele Mokoena', number: '+27115550155' },
  { name: 'Rohan Kulkarni', number: '+912255500107' },
  { name: 'Ruby Tennant', number: '+61255500183' },
];
