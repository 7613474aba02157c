/** How many parties one call can join (product §4). */
export const maxParties = 15;
