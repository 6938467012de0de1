/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-schemata-private.h"

/* Data alone: the schemata of FollowTheMoney that a newsroom needs, with names, types, ranges and inheritance as in its version
 * 3.8. tests/model/check-schemata.py compares it with a copy of that model. */

static const CutProperty thing_properties[] = {
  { "name", CUT_VALUE_NAME, NULL, NC_ ("property", "Name") },
  { "alias", CUT_VALUE_NAME, NULL, NC_ ("property", "Other name") },
  { "previousName", CUT_VALUE_NAME, NULL, NC_ ("property", "Previous name") },
  { "weakAlias", CUT_VALUE_NAME, NULL, NC_ ("property", "Weak alias") },
  { "country", CUT_VALUE_COUNTRY, NULL, NC_ ("property", "Country") },
  { "summary", CUT_VALUE_TEXT, NULL, NC_ ("property", "Summary") },
  { "description", CUT_VALUE_TEXT, NULL, NC_ ("property", "Description") },
  { "address", CUT_VALUE_ADDRESS, NULL, NC_ ("property", "Address") },
  { "addressEntity", CUT_VALUE_ENTITY, "Address", NC_ ("property", "Located at") },
  { "wikidataId", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Wikidata ID") },
  { "wikipediaUrl", CUT_VALUE_URL, NULL, NC_ ("property", "Wikipedia article") },
  { "sourceUrl", CUT_VALUE_URL, NULL, NC_ ("property", "Source link") },
  { "keywords", CUT_VALUE_STRING, NULL, NC_ ("property", "Keyword") },
  { "notes", CUT_VALUE_TEXT, NULL, NC_ ("property", "Notes") },
};

static const CutProperty value_properties[] = {
  { "amount", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Amount") },
  { "currency", CUT_VALUE_STRING, NULL, NC_ ("property", "Currency") },
  { "amountUsd", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Amount in US dollars") },
  { "amountEur", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Amount in euros") },
};

static const CutProperty interval_properties[] = {
  { "startDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Start date") },
  { "endDate", CUT_VALUE_DATE, NULL, NC_ ("property", "End date") },
  { "date", CUT_VALUE_DATE, NULL, NC_ ("property", "Date") },
  { "summary", CUT_VALUE_TEXT, NULL, NC_ ("property", "Summary") },
  { "description", CUT_VALUE_TEXT, NULL, NC_ ("property", "Description") },
  { "sourceUrl", CUT_VALUE_URL, NULL, NC_ ("property", "Source link") },
  { "recordId", CUT_VALUE_STRING, NULL, NC_ ("property", "Record ID") },
  { "publisher", CUT_VALUE_STRING, NULL, NC_ ("property", "Publishing source") },
};

static const CutProperty interest_properties[] = {
  { "role", CUT_VALUE_STRING, NULL, NC_ ("property", "Role") },
  { "status", CUT_VALUE_STRING, NULL, NC_ ("property", "Status") },
};

static const CutProperty legal_entity_properties[] = {
  { "email", CUT_VALUE_EMAIL, NULL, NC_ ("property", "E-mail") },
  { "phone", CUT_VALUE_PHONE, NULL, NC_ ("property", "Phone") },
  { "website", CUT_VALUE_URL, NULL, NC_ ("property", "Website") },
  { "legalForm", CUT_VALUE_STRING, NULL, NC_ ("property", "Legal form") },
  { "incorporationDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Incorporation date") },
  { "dissolutionDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Dissolution date") },
  { "jurisdiction", CUT_VALUE_COUNTRY, NULL, NC_ ("property", "Jurisdiction") },
  { "mainCountry", CUT_VALUE_COUNTRY, NULL, NC_ ("property", "Country of origin") },
  { "registrationNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Registration number") },
  { "idNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "ID number") },
  { "taxNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Tax number") },
  { "vatCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "VAT number") },
  { "leiCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "LEI") },
  { "dunsCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "D-U-N-S number") },
  { "licenseNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Licence number") },
  { "swiftBic", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "SWIFT/BIC") },
  { "innCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "INN") },
  { "ogrnCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "OGRN") },
  { "icijId", CUT_VALUE_STRING, NULL, NC_ ("property", "ICIJ ID") },
  { "opencorporatesUrl", CUT_VALUE_URL, NULL, NC_ ("property", "OpenCorporates address") },
  { "sector", CUT_VALUE_STRING, NULL, NC_ ("property", "Sector") },
  { "classification", CUT_VALUE_STRING, NULL, NC_ ("property", "Classification") },
  { "status", CUT_VALUE_STRING, NULL, NC_ ("property", "Status") },
  { "taxStatus", CUT_VALUE_STRING, NULL, NC_ ("property", "Tax status") },
};

static const CutProperty person_properties[] = {
  { "title", CUT_VALUE_STRING, NULL, NC_ ("property", "Title") },
  { "firstName", CUT_VALUE_STRING, NULL, NC_ ("property", "First name") },
  { "middleName", CUT_VALUE_STRING, NULL, NC_ ("property", "Middle name") },
  { "lastName", CUT_VALUE_STRING, NULL, NC_ ("property", "Last name") },
  { "fatherName", CUT_VALUE_STRING, NULL, NC_ ("property", "Patronymic") },
  { "motherName", CUT_VALUE_STRING, NULL, NC_ ("property", "Matronymic") },
  { "nameSuffix", CUT_VALUE_STRING, NULL, NC_ ("property", "Name suffix") },
  { "birthDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Birth date") },
  { "birthPlace", CUT_VALUE_STRING, NULL, NC_ ("property", "Place of birth") },
  { "birthCountry", CUT_VALUE_COUNTRY, NULL, NC_ ("property", "Country of birth") },
  { "deathDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Death date") },
  { "nationality", CUT_VALUE_COUNTRY, NULL, NC_ ("property", "Nationality") },
  { "citizenship", CUT_VALUE_COUNTRY, NULL, NC_ ("property", "Citizenship") },
  { "gender", CUT_VALUE_GENDER, NULL, NC_ ("property", "Gender") },
  { "position", CUT_VALUE_STRING, NULL, NC_ ("property", "Position") },
  { "political", CUT_VALUE_STRING, NULL, NC_ ("property", "Political affiliation") },
  { "education", CUT_VALUE_STRING, NULL, NC_ ("property", "Education") },
  { "passportNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Passport number") },
  { "socialSecurityNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Social security number") },
  { "ethnicity", CUT_VALUE_STRING, NULL, NC_ ("property", "Ethnicity") },
  { "religion", CUT_VALUE_STRING, NULL, NC_ ("property", "Religion") },
  { "appearance", CUT_VALUE_STRING, NULL, NC_ ("property", "Appearance") },
};

static const CutProperty organization_properties[] = {
  { "cageCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "CAGE code") },
  { "permId", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "PermID") },
  { "giiNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "GIIN") },
  { "imoNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "IMO number") },
};

static const CutProperty company_properties[] = {
  { "capital", CUT_VALUE_STRING, NULL, NC_ ("property", "Capital") },
  { "ticker", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Ticker symbol") },
  { "isinCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "ISIN") },
  { "cikCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "SEC number (CIK)") },
  { "irsCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "IRS number") },
  { "jibCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "JIB") },
  { "kppCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "KPP") },
};

static const CutProperty country_properties[] = {
  { "full", CUT_VALUE_ADDRESS, NULL, NC_ ("property", "Full address") },
  { "region", CUT_VALUE_STRING, NULL, NC_ ("property", "Region") },
};

static const CutProperty address_properties[] = {
  { "full", CUT_VALUE_ADDRESS, NULL, NC_ ("property", "Full address") },
  { "remarks", CUT_VALUE_STRING, NULL, NC_ ("property", "Remarks") },
  { "postOfficeBox", CUT_VALUE_STRING, NULL, NC_ ("property", "Post office box") },
  { "street", CUT_VALUE_STRING, NULL, NC_ ("property", "Street") },
  { "street2", CUT_VALUE_STRING, NULL, NC_ ("property", "Street (continued)") },
  { "city", CUT_VALUE_STRING, NULL, NC_ ("property", "City") },
  { "postalCode", CUT_VALUE_STRING, NULL, NC_ ("property", "Postal code") },
  { "region", CUT_VALUE_STRING, NULL, NC_ ("property", "Region") },
  { "state", CUT_VALUE_STRING, NULL, NC_ ("property", "State") },
  { "latitude", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Latitude") },
  { "longitude", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Longitude") },
  { "osmId", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "OpenStreetMap ID") },
};

static const CutProperty event_properties[] = {
  { "location", CUT_VALUE_ADDRESS, NULL, NC_ ("property", "Location") },
  { "important", CUT_VALUE_STRING, NULL, NC_ ("property", "Important") },
  { "organizer", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Organiser") },
  { "involved", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Involved") },
};

static const CutProperty position_properties[] = {
  { "organization", CUT_VALUE_ENTITY, "Organization", NC_ ("property", "Organisation") },
  { "inceptionDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Inception date") },
  { "dissolutionDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Dissolution date") },
  { "subnationalArea", CUT_VALUE_STRING, NULL, NC_ ("property", "Subnational area") },
  { "numberOfSeats", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Number of seats") },
};

static const CutProperty real_estate_properties[] = {
  { "registrationNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Registration number") },
  { "titleNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Title number") },
  { "cadastralCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Cadastral code") },
  { "latitude", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Latitude") },
  { "longitude", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Longitude") },
  { "area", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Area") },
  { "tenure", CUT_VALUE_STRING, NULL, NC_ ("property", "Tenure") },
  { "encumbrance", CUT_VALUE_STRING, NULL, NC_ ("property", "Encumbrance") },
  { "propertyType", CUT_VALUE_STRING, NULL, NC_ ("property", "Property type") },
  { "landType", CUT_VALUE_STRING, NULL, NC_ ("property", "Land type") },
  { "createDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Record date") },
  { "parent", CUT_VALUE_ENTITY, "RealEstate", NC_ ("property", "Part of") },
};

static const CutProperty vehicle_properties[] = {
  { "type", CUT_VALUE_STRING, NULL, NC_ ("property", "Type") },
  { "model", CUT_VALUE_STRING, NULL, NC_ ("property", "Model") },
  { "registrationNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Registration number") },
  { "operator", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Operator") },
  { "buildDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Build date") },
  { "registrationDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Registration date") },
  { "deregistrationDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Deregistration date") },
};

static const CutProperty vessel_properties[] = {
  { "imoNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "IMO number") },
  { "mmsi", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "MMSI") },
  { "callSign", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Call sign") },
  { "flag", CUT_VALUE_COUNTRY, NULL, NC_ ("property", "Flag") },
  { "pastFlags", CUT_VALUE_COUNTRY, NULL, NC_ ("property", "Past flag") },
  { "registrationPort", CUT_VALUE_STRING, NULL, NC_ ("property", "Port of registration") },
  { "tonnage", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Tonnage") },
  { "grossRegisteredTonnage", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Gross register tonnage") },
  { "nameChangeDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Date of name change") },
  { "crsNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "CRS number") },
  { "navigationArea", CUT_VALUE_STRING, NULL, NC_ ("property", "Navigation area") },
  { "pastTypes", CUT_VALUE_STRING, NULL, NC_ ("property", "Past type") },
};

static const CutProperty airplane_properties[] = {
  { "serialNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Serial number") },
  { "icaoCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "ICAO type") },
  { "manufacturer", CUT_VALUE_STRING, NULL, NC_ ("property", "Manufacturer") },
};

static const CutProperty bank_account_properties[] = {
  { "bankName", CUT_VALUE_STRING, NULL, NC_ ("property", "Bank name") },
  { "accountNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Account number") },
  { "iban", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "IBAN") },
  { "bic", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "BIC") },
  { "bank", CUT_VALUE_ENTITY, "Organization", NC_ ("property", "Bank") },
  { "accountType", CUT_VALUE_STRING, NULL, NC_ ("property", "Account type") },
  { "openingDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Opening date") },
  { "closingDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Closing date") },
  { "balance", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Balance") },
  { "balanceDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Balance date") },
  { "maxBalance", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Maximum balance") },
  { "maxBalanceDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Maximum balance date") },
  { "bankAddress", CUT_VALUE_STRING, NULL, NC_ ("property", "Bank address") },
};

static const CutProperty crypto_wallet_properties[] = {
  { "publicKey", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Public key") },
  { "currencySymbol", CUT_VALUE_STRING, NULL, NC_ ("property", "Currency symbol") },
  { "holder", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Holder") },
  { "creationDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Creation date") },
  { "balance", CUT_VALUE_NUMBER, NULL, NC_ ("property", "Balance") },
  { "balanceDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Balance date") },
};

static const CutProperty security_properties[] = {
  { "isin", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "ISIN") },
  { "ticker", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Ticker symbol") },
  { "registrationNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Registration number") },
  { "figiCode", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "FIGI") },
  { "issuer", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Issuer") },
  { "issueDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Issue date") },
  { "maturityDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Maturity date") },
  { "type", CUT_VALUE_STRING, NULL, NC_ ("property", "Type") },
  { "classification", CUT_VALUE_STRING, NULL, NC_ ("property", "Classification") },
  { "collateral", CUT_VALUE_STRING, NULL, NC_ ("property", "Collateral") },
};

static const CutProperty user_account_properties[] = {
  { "username", CUT_VALUE_STRING, NULL, NC_ ("property", "User name") },
  { "service", CUT_VALUE_STRING, NULL, NC_ ("property", "Service") },
  { "email", CUT_VALUE_EMAIL, NULL, NC_ ("property", "E-mail") },
  { "number", CUT_VALUE_PHONE, NULL, NC_ ("property", "Phone") },
  { "owner", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Owner") },
};

static const CutProperty court_case_properties[] = {
  { "caseNumber", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Case number") },
  { "court", CUT_VALUE_STRING, NULL, NC_ ("property", "Court") },
  { "category", CUT_VALUE_STRING, NULL, NC_ ("property", "Category") },
  { "type", CUT_VALUE_STRING, NULL, NC_ ("property", "Type") },
  { "status", CUT_VALUE_STRING, NULL, NC_ ("property", "Status") },
  { "fileDate", CUT_VALUE_DATE, NULL, NC_ ("property", "File date") },
  { "closeDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Closing date") },
};

static const CutProperty project_properties[] = {
  { "projectId", CUT_VALUE_IDENTIFIER, NULL, NC_ ("property", "Project ID") },
  { "status", CUT_VALUE_STRING, NULL, NC_ ("property", "Status") },
  { "phase", CUT_VALUE_STRING, NULL, NC_ ("property", "Phase") },
  { "goal", CUT_VALUE_STRING, NULL, NC_ ("property", "Goal") },
};

static const CutProperty contract_properties[] = {
  { "title", CUT_VALUE_STRING, NULL, NC_ ("property", "Title") },
  { "authority", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Authority") },
  { "contractDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Contract date") },
  { "procedureNumber", CUT_VALUE_STRING, NULL, NC_ ("property", "Procedure number") },
  { "type", CUT_VALUE_STRING, NULL, NC_ ("property", "Type") },
  { "status", CUT_VALUE_STRING, NULL, NC_ ("property", "Status") },
  { "method", CUT_VALUE_STRING, NULL, NC_ ("property", "Method") },
  { "criteria", CUT_VALUE_STRING, NULL, NC_ ("property", "Criteria") },
  { "noticeId", CUT_VALUE_STRING, NULL, NC_ ("property", "Notice ID") },
  { "project", CUT_VALUE_ENTITY, "Project", NC_ ("property", "Project") },
};

static const CutProperty ownership_properties[] = {
  { "owner", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Owner") },
  { "asset", CUT_VALUE_ENTITY, "Asset", NC_ ("property", "Asset") },
  { "percentage", CUT_VALUE_STRING, NULL, NC_ ("property", "Percentage held") },
  { "sharesCount", CUT_VALUE_STRING, NULL, NC_ ("property", "Number of shares") },
  { "sharesValue", CUT_VALUE_STRING, NULL, NC_ ("property", "Value of shares") },
  { "sharesCurrency", CUT_VALUE_STRING, NULL, NC_ ("property", "Currency of shares") },
  { "sharesType", CUT_VALUE_STRING, NULL, NC_ ("property", "Type of shares") },
  { "legalBasis", CUT_VALUE_STRING, NULL, NC_ ("property", "Legal basis") },
  { "ownershipType", CUT_VALUE_STRING, NULL, NC_ ("property", "Type of ownership") },
};

static const CutProperty directorship_properties[] = {
  { "director", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Director") },
  { "organization", CUT_VALUE_ENTITY, "Organization", NC_ ("property", "Organisation") },
  { "secretary", CUT_VALUE_STRING, NULL, NC_ ("property", "Secretary") },
};

static const CutProperty membership_properties[] = {
  { "member", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Member") },
  { "organization", CUT_VALUE_ENTITY, "Organization", NC_ ("property", "Organisation") },
};

static const CutProperty employment_properties[] = {
  { "employee", CUT_VALUE_ENTITY, "Person", NC_ ("property", "Employee") },
  { "employer", CUT_VALUE_ENTITY, "Organization", NC_ ("property", "Employer") },
};

static const CutProperty occupancy_properties[] = {
  { "holder", CUT_VALUE_ENTITY, "Person", NC_ ("property", "Holder") },
  { "post", CUT_VALUE_ENTITY, "Position", NC_ ("property", "Position") },
  { "status", CUT_VALUE_STRING, NULL, NC_ ("property", "Status") },
  { "declarationDate", CUT_VALUE_DATE, NULL, NC_ ("property", "Declaration date") },
};

static const CutProperty family_properties[] = {
  { "person", CUT_VALUE_ENTITY, "Person", NC_ ("property", "Person") },
  { "relative", CUT_VALUE_ENTITY, "Person", NC_ ("property", "Relative") },
  { "relationship", CUT_VALUE_STRING, NULL, NC_ ("property", "Relationship") },
};

static const CutProperty associate_properties[] = {
  { "person", CUT_VALUE_ENTITY, "Person", NC_ ("property", "Person") },
  { "associate", CUT_VALUE_ENTITY, "Person", NC_ ("property", "Associate") },
  { "relationship", CUT_VALUE_STRING, NULL, NC_ ("property", "Relationship") },
};

static const CutProperty representation_properties[] = {
  { "agent", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Agent") },
  { "client", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Client") },
};

static const CutProperty payment_properties[] = {
  { "payer", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Payer") },
  { "beneficiary", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Beneficiary") },
  { "purpose", CUT_VALUE_TEXT, NULL, NC_ ("property", "Purpose") },
  { "transactionNumber", CUT_VALUE_STRING, NULL, NC_ ("property", "Transaction number") },
  { "sequenceNumber", CUT_VALUE_STRING, NULL, NC_ ("property", "Sequence number") },
  { "programme", CUT_VALUE_STRING, NULL, NC_ ("property", "Programme") },
  { "payerAccount", CUT_VALUE_ENTITY, "BankAccount", NC_ ("property", "Payer’s account") },
  { "beneficiaryAccount", CUT_VALUE_ENTITY, "BankAccount", NC_ ("property", "Beneficiary’s account") },
  { "contract", CUT_VALUE_ENTITY, "Contract", NC_ ("property", "Contract") },
  { "project", CUT_VALUE_ENTITY, "Project", NC_ ("property", "Project") },
};

static const CutProperty debt_properties[] = {
  { "debtor", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Debtor") },
  { "creditor", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Creditor") },
};

static const CutProperty succession_properties[] = {
  { "predecessor", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Predecessor") },
  { "successor", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Successor") },
};

static const CutProperty court_case_party_properties[] = {
  { "party", CUT_VALUE_ENTITY, "Thing", NC_ ("property", "Party") },
  { "case", CUT_VALUE_ENTITY, "CourtCase", NC_ ("property", "Case") },
};

static const CutProperty project_participant_properties[] = {
  { "participant", CUT_VALUE_ENTITY, "LegalEntity", NC_ ("property", "Participant") },
  { "project", CUT_VALUE_ENTITY, "Project", NC_ ("property", "Project") },
};

static const CutProperty unknown_link_properties[] = {
  { "subject", CUT_VALUE_ENTITY, "Thing", NC_ ("property", "Subject") },
  { "object", CUT_VALUE_ENTITY, "Thing", NC_ ("property", "Object") },
};

const CutSchema cut_schemata[] = {
  {
    .name = "Thing",
    .properties = thing_properties,
    .n_properties = G_N_ELEMENTS (thing_properties),
  },
  {
    .name = "Value",
    .properties = value_properties,
    .n_properties = G_N_ELEMENTS (value_properties),
  },
  {
    .name = "Interval",
    .properties = interval_properties,
    .n_properties = G_N_ELEMENTS (interval_properties),
  },
  {
    .name = "Interest",
    .extends = { "Interval" },
    .properties = interest_properties,
    .n_properties = G_N_ELEMENTS (interest_properties),
  },
  {
    .name = "LegalEntity",
    .extends = { "Thing" },
    .properties = legal_entity_properties,
    .n_properties = G_N_ELEMENTS (legal_entity_properties),
    .featured = { "country", "legalForm", "registrationNumber", "website", "status" },
  },
  {
    .name = "Person",
    .extends = { "LegalEntity" },
    .properties = person_properties,
    .n_properties = G_N_ELEMENTS (person_properties),
    .featured = { "birthDate", "nationality", "position", "gender", "website" },
  },
  {
    .name = "Organization",
    .extends = { "LegalEntity" },
    .properties = organization_properties,
    .n_properties = G_N_ELEMENTS (organization_properties),
    .featured = { "country", "legalForm", "registrationNumber", "website", "status" },
  },
  {
    .name = "Company",
    .extends = { "Organization", "Asset" },
    .properties = company_properties,
    .n_properties = G_N_ELEMENTS (company_properties),
    .featured = { "jurisdiction", "registrationNumber", "incorporationDate", "legalForm", "website" },
  },
  {
    .name = "PublicBody",
    .extends = { "Organization" },
    .featured = { "country", "legalForm", "website", "status" },
  },
  {
    .name = "Country",
    .extends = { "Thing" },
    .properties = country_properties,
    .n_properties = G_N_ELEMENTS (country_properties),
  },
  {
    .name = "Address",
    .extends = { "Thing" },
    .properties = address_properties,
    .n_properties = G_N_ELEMENTS (address_properties),
    .featured = { "full", "street", "city", "postalCode", "country" },
  },
  {
    .name = "Event",
    .extends = { "Interval", "Thing" },
    .properties = event_properties,
    .n_properties = G_N_ELEMENTS (event_properties),
    .featured = { "date", "startDate", "endDate", "location", "involved" },
  },
  {
    .name = "Position",
    .extends = { "Thing" },
    .properties = position_properties,
    .n_properties = G_N_ELEMENTS (position_properties),
    .featured = { "organization", "country", "subnationalArea" },
  },
  {
    .name = "Asset",
    .extends = { "Thing", "Value" },
    .featured = { "amount", "currency" },
  },
  {
    .name = "RealEstate",
    .extends = { "Asset" },
    .properties = real_estate_properties,
    .n_properties = G_N_ELEMENTS (real_estate_properties),
    .featured = { "address", "registrationNumber", "country" },
  },
  {
    .name = "Vehicle",
    .extends = { "Asset" },
    .properties = vehicle_properties,
    .n_properties = G_N_ELEMENTS (vehicle_properties),
    .featured = { "type", "registrationNumber", "model", "operator" },
  },
  {
    .name = "Vessel",
    .extends = { "Vehicle" },
    .properties = vessel_properties,
    .n_properties = G_N_ELEMENTS (vessel_properties),
    .featured = { "imoNumber", "type", "flag", "mmsi", "callSign" },
  },
  {
    .name = "Airplane",
    .extends = { "Vehicle" },
    .properties = airplane_properties,
    .n_properties = G_N_ELEMENTS (airplane_properties),
    .featured = { "type", "registrationNumber", "serialNumber", "operator" },
  },
  {
    .name = "BankAccount",
    .extends = { "Asset" },
    .properties = bank_account_properties,
    .n_properties = G_N_ELEMENTS (bank_account_properties),
    .featured = { "iban", "accountNumber", "bankName", "bank" },
  },
  {
    .name = "CryptoWallet",
    .extends = { "Thing", "Value" },
    .properties = crypto_wallet_properties,
    .n_properties = G_N_ELEMENTS (crypto_wallet_properties),
    .featured = { "publicKey", "currency", "holder" },
  },
  {
    .name = "Security",
    .extends = { "Asset" },
    .properties = security_properties,
    .n_properties = G_N_ELEMENTS (security_properties),
    .featured = { "isin", "issuer", "ticker" },
  },
  {
    .name = "UserAccount",
    .extends = { "Thing" },
    .properties = user_account_properties,
    .n_properties = G_N_ELEMENTS (user_account_properties),
    .featured = { "username", "service", "owner", "email" },
  },
  {
    .name = "CourtCase",
    .extends = { "Thing" },
    .properties = court_case_properties,
    .n_properties = G_N_ELEMENTS (court_case_properties),
    .featured = { "caseNumber", "court", "fileDate", "status" },
  },
  {
    .name = "Project",
    .extends = { "Interval", "Thing", "Value" },
    .properties = project_properties,
    .n_properties = G_N_ELEMENTS (project_properties),
    .featured = { "projectId", "startDate", "endDate", "status" },
  },
  {
    .name = "Contract",
    .extends = { "Asset" },
    .properties = contract_properties,
    .n_properties = G_N_ELEMENTS (contract_properties),
    .featured = { "title", "amount", "authority", "contractDate" },
  },
  {
    .name = "Ownership",
    .extends = { "Interest" },
    .properties = ownership_properties,
    .n_properties = G_N_ELEMENTS (ownership_properties),
    .featured = { "percentage", "sharesCount", "sharesValue" },
    .from = "owner",
    .to = "asset",
    .role = "role",
    .directed = TRUE,
  },
  {
    .name = "Directorship",
    .extends = { "Interest" },
    .properties = directorship_properties,
    .n_properties = G_N_ELEMENTS (directorship_properties),
    .featured = { "status" },
    .from = "director",
    .to = "organization",
    .role = "role",
    .directed = TRUE,
  },
  {
    .name = "Membership",
    .extends = { "Interest" },
    .properties = membership_properties,
    .n_properties = G_N_ELEMENTS (membership_properties),
    .featured = { "status" },
    .from = "member",
    .to = "organization",
    .role = "role",
    .directed = TRUE,
  },
  {
    .name = "Employment",
    .extends = { "Interest" },
    .properties = employment_properties,
    .n_properties = G_N_ELEMENTS (employment_properties),
    .featured = { "status" },
    .from = "employee",
    .to = "employer",
    .role = "role",
    .directed = TRUE,
  },
  {
    .name = "Occupancy",
    .extends = { "Interval" },
    .properties = occupancy_properties,
    .n_properties = G_N_ELEMENTS (occupancy_properties),
    .featured = { "status" },
    .from = "holder",
    .to = "post",
    .role = "status",
    .directed = TRUE,
  },
  {
    .name = "Family",
    .extends = { "Interval" },
    .properties = family_properties,
    .n_properties = G_N_ELEMENTS (family_properties),
    .from = "person",
    .to = "relative",
    .role = "relationship",
  },
  {
    .name = "Associate",
    .extends = { "Interval" },
    .properties = associate_properties,
    .n_properties = G_N_ELEMENTS (associate_properties),
    .from = "person",
    .to = "associate",
    .role = "relationship",
  },
  {
    .name = "Representation",
    .extends = { "Interest" },
    .properties = representation_properties,
    .n_properties = G_N_ELEMENTS (representation_properties),
    .from = "agent",
    .to = "client",
    .role = "role",
    .directed = TRUE,
  },
  {
    .name = "Payment",
    .extends = { "Interval", "Value" },
    .properties = payment_properties,
    .n_properties = G_N_ELEMENTS (payment_properties),
    .featured = { "amount", "currency", "date", "purpose" },
    .from = "payer",
    .to = "beneficiary",
    .role = "purpose",
    .directed = TRUE,
  },
  {
    .name = "Debt",
    .extends = { "Interval", "Value" },
    .properties = debt_properties,
    .n_properties = G_N_ELEMENTS (debt_properties),
    .featured = { "amount", "currency", "date" },
    .from = "debtor",
    .to = "creditor",
    .role = "description",
    .directed = TRUE,
  },
  {
    .name = "Succession",
    .extends = { "Interest" },
    .properties = succession_properties,
    .n_properties = G_N_ELEMENTS (succession_properties),
    .featured = { "date" },
    .from = "predecessor",
    .to = "successor",
    .role = "role",
    .directed = TRUE,
  },
  {
    .name = "CourtCaseParty",
    .extends = { "Interest" },
    .properties = court_case_party_properties,
    .n_properties = G_N_ELEMENTS (court_case_party_properties),
    .from = "party",
    .to = "case",
    .role = "role",
    .directed = TRUE,
  },
  {
    .name = "ProjectParticipant",
    .extends = { "Interest" },
    .properties = project_participant_properties,
    .n_properties = G_N_ELEMENTS (project_participant_properties),
    .from = "participant",
    .to = "project",
    .role = "role",
    .directed = TRUE,
  },
  {
    .name = "UnknownLink",
    .extends = { "Interest" },
    .properties = unknown_link_properties,
    .n_properties = G_N_ELEMENTS (unknown_link_properties),
    .from = "subject",
    .to = "object",
    .role = "role",
  },
};

const guint cut_n_schemata = G_N_ELEMENTS (cut_schemata);
