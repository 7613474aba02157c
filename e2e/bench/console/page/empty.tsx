/** The least there can be of a page with React: one field, as the login's first. */
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) createRoot(root).render(<input aria-label="User ID" />);
