import { clickNode } from './kit.mjs';
export const FIELD = 'Nom', OTHER = 'Recherche', NOTE = 'Note', AMOUNT = 'Montant';
export const openForm = async (page) => clickNode(page, 'link', 'Fiche');
