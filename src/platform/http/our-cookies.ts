/** Our own cookies all have it in their names; those of others are not looked at by anybody here. */
export const ourCookies = 'broadsheet';
