/**
 * Invented people who bring the directory to exactly 25 names with "mar" in them (directory.test.ts counts): the last
 * search result that is still shown without the warning "more than 25 entries" (product.md §6).
 */
export const marNames = `
Rosamar|Quiroga|Legal
Ingemar|Ström|Operations
Dagmar|Böhm|Finance
Waldemar|Zieliński|Facilities
Guiomar|Teixeira|Research
Otmar|Fröhlich|Sales
Mariam|Diop|Support
Martine|Peeters|Marketing
Maribel|Ortuño|Finance
Elmar|Kuusk|Engineering
Annemarie|Keller|Support
`;
