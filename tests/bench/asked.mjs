// The columns of the leads (leads.mjs), and what is asked of them, by us (product.cpp, page.mjs) and by the peers.

export const columns = ['Lead ID', 'First name', 'Last name', 'Title', 'Company', 'Website', 'E-mail', 'Phone', 'Mobile', 'Street', 'City',
  'Region', 'Postal code', 'Country', 'Language', 'Source', 'Campaign', 'Created', 'Owner', 'Notes'];

export const filtered = { Country: 'Germany', Source: 'Webinar' };
export const typed = 'baker lin';
export const searched = ['First name', 'Last name', 'Company', 'E-mail', 'City', 'Notes'];
