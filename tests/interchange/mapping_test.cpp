#include "interchange/mapping.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace leadlight::interchange {
namespace {

CsvDocument csv(std::string text) {
  auto file = read_csv(std::move(text));
  EXPECT_TRUE(file) << file.error().sentence();
  return file ? *std::move(file) : CsvDocument();
}

std::vector<std::string> guessed(std::string_view header, std::string_view rows = {}) {
  std::vector<std::string> fields;
  for (const auto& column :
       guess_mapping(csv(std::string(header) + "\n" + std::string(rows))).columns) {
    fields.push_back(column.field);
  }
  return fields;
}

using Fields = std::vector<std::string>;

TEST(Mapping, KnowsWhatTheDayOfTheFirstContactIsCalled) {
  for (const std::string_view header :
       {"Datum Erstkontakt", "Erstkontakt", "Erfasst am", "Erfassungsdatum", "Date de création",
        "Premier contact", "Fecha de alta", "Primer contacto", "First contact"})
    EXPECT_EQ(guessed(header), Fields{"created_at"}) << header;
}

TEST(Mapping, KnowsGermanHeaders) {
  EXPECT_EQ(guessed("Vorname;Name;Firma;Position;E-Mail-Adresse;Telefon;Handy;Straße;PLZ;Ort;Land;"
                    "Quelle;Bemerkung;Erstellt am"),
            (Fields{"first_name", "last_name", "company", "title", "email", "phone", "mobile",
                    "street", "postal_code", "city", "country", "source", "note", "created_at"}));
}

TEST(Mapping, KnowsFrenchAndSpanishHeaders) {
  EXPECT_EQ(
      guessed("Prénom;Nom;Société;Courriel;Téléphone;Portable;Code postal;Ville;Pays;Origine"),
      (Fields{"first_name", "last_name", "company", "email", "phone", "mobile", "postal_code",
              "city", "country", "source"}));
  EXPECT_EQ(
      guessed(
          "Nombre;Apellido(s);Empresa;Correo electrónico;Teléfono;Móvil;Código postal;Ciudad;País"),
      (Fields{"first_name", "last_name", "company", "email", "phone", "mobile", "postal_code",
              "city", "country"}));
}

TEST(Mapping, TakesNameAloneAsTheFullName) {
  EXPECT_EQ(guessed("Name,Company,E-Mail"), (Fields{"full_name", "company", "email"}));
  EXPECT_EQ(guessed("First Name,Last Name,Name"), (Fields{"first_name", "last_name", "full_name"}));
}

TEST(Mapping, KnowsWhatOtherProgramsCallThings) {
  EXPECT_EQ(guessed("Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,"
                    "Lifecycle Stage,Create Date,Associated Company,Original Source"),  // HubSpot
            (Fields{"external_id", "first_name", "last_name", "email", "phone", "owner", "stage",
                    "custom:Lifecycle Stage", "created_at", "company", "source"}));
  EXPECT_EQ(
      guessed("Lead ID,FirstName,LastName,Company,Email,MobilePhone,LeadSource,Status,Rating,"
              "NumberOfEmployees,HasOptedOutOfEmail,PostalCode,IsConverted"),  // Salesforce
      (Fields{"external_id", "first_name", "last_name", "company", "email", "mobile", "source",
              "stage", "heat", "employees", "do_not_contact", "postal_code", "outcome"}));
  EXPECT_EQ(
      guessed(
          "External ID,Contact Name,Company Name,Email,Expected Revenue,Salesperson,Stage,Tags"),
      (Fields{"external_id", "full_name", "company", "email", "value", "owner", "stage", "tags"}));
  EXPECT_EQ(
      guessed(
          "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Job Title,Company,Cell Phone",
          "1,2026-01-01,A,B,a@b.example,Free,CEO,C,1\n"),  // badge exports
      (Fields{"external_id", "created_at", "first_name", "last_name", "email", "custom:Ticket Type",
              "title", "company", "mobile"}));
  EXPECT_EQ(
      guessed("First Name,Last Name,URL,Email Address,Company,Position,Connected On",
              "A,B,https://www.linkedin.com/in/ab,,C,CEO,22 Nov 2026\n"),  // LinkedIn
      (Fields{"first_name", "last_name", "linkedin", "email", "company", "title", "created_at"}));
}

TEST(Mapping, ReadsItsOwnExportsHeaders) {
  EXPECT_EQ(
      guessed("leadlight_id,external_id,value_minor,buy_when,custom:Size,tag:a;b,tags,note\n", ""),
      (Fields{"id", "external_id", "value_minor", "buy_when", "custom:Size", "tag:a;b", "tags",
              "note"}));
}

TEST(Mapping, LetsValuesDecideWhereTheHeaderIsVague) {
  EXPECT_EQ(guessed("Adresse,Rue", "a@b.example,1 rue x\nc@d.example,2 rue y\n"),
            (Fields{"email", "street"}));
  EXPECT_EQ(guessed("X,Y", "a@b.example,Ana\n,Ben\n"), (Fields{"email", "custom:Y"}));
}

TEST(Mapping, TakesNothingForANameOrAnIdThatRepeats) {
  std::string rows;
  for (int row = 0; row < 10; ++row) rows += std::to_string(row) + ",by phone,2\n";
  EXPECT_EQ(guessed("ID,Contact,Number", rows),
            (Fields{"external_id", "custom:Contact", "custom:Number"}));
}

TEST(Mapping, GivesNoFieldTwiceButNotesAndTags) {
  EXPECT_EQ(guessed("Email,E-mail,Note,Comments,Size,Size,"),
            (Fields{"email", "custom:E-mail", "note", "note", "custom:Size", "custom:Size 2",
                    "custom:Column 7"}));
}

TEST(MapJson, ReplacesGuessesAndDropsColumns) {
  const Mapping guess = guess_mapping(csv("ID,Converted,Referrer,Mail\n"));
  const auto mapping = mapping_from_json(
      R"({"columns": {"ID": null, "Converted": {"field": "outcome", "values": {"1": "won", "0": "lost", "": "open"}},
          "Referrer": "custom:Referrer"}, "dates": "dd-mm-yy", "delimiter": ";"})",
      guess);
  ASSERT_TRUE(mapping) << mapping.error().sentence();
  EXPECT_EQ(mapping->columns[0].field, "");
  EXPECT_EQ(mapping->columns[1].field, "outcome");
  EXPECT_EQ(mapping->columns[1].values.at("1"), "won");
  EXPECT_EQ(mapping->columns[2].field, "custom:Referrer");
  EXPECT_EQ(mapping->columns[3].field, "email");
  EXPECT_EQ(mapping->dates, DateOrder::kDayFirst);
  EXPECT_EQ(delimiter_from_json(R"({"delimiter": ";"})").value(), ';');
}

TEST(MapJson, TakesAFieldFromTheColumnThatWasGuessedForIt) {
  const auto mapping = mapping_from_json(R"({"columns": {"Second": "email"}})",
                                         guess_mapping(csv("Email,Second\n")));
  ASSERT_TRUE(mapping);
  EXPECT_EQ(mapping->columns[0].field, "custom:Email");
  EXPECT_EQ(mapping->columns[1].field, "email");
}

TEST(MapJson, NamesColumnsThatTheFileDoesNotHave) {
  const auto mapping =
      mapping_from_json(R"({"columns": {"Mial": "email"}})", guess_mapping(csv("Mail\n")));
  ASSERT_TRUE(mapping);
  EXPECT_EQ(mapping->missing, (Fields{"Mial"}));
}

TEST(MapJson, RefusesWhatItDoesNotUnderstandAndSaysWhere) {
  const Mapping guess = guess_mapping(csv("A\n"));
  const auto where = [&](std::string_view json) {
    const auto mapping = mapping_from_json(json, guess);
    EXPECT_FALSE(mapping) << json;
    if (mapping) return std::string();
    EXPECT_FALSE(mapping.error().remedy.empty());
    return mapping.error().where;
  };
  EXPECT_EQ(where(R"({"colums": {}})"), "colums");
  EXPECT_EQ(where(R"({"columns": {"A": "emial"}})"), "columns.A");
  EXPECT_EQ(where(R"({"columns": {"A": {"values": {}}}})"), "columns.A");
  EXPECT_EQ(where(R"({"columns": {"A": {"field": "stage", "values": {"x": 1}}}})"),
            "columns.A.values.x");
  EXPECT_EQ(where(R"({"dates": "xx-yy"})"), "dates");
  EXPECT_EQ(where("{\"columns\":\n {\"A\": }}"), "line 2, column 8");
  EXPECT_FALSE(mapping_from_json("[]", guess));
  EXPECT_FALSE(delimiter_from_json(R"({"delimiter": "ab"})"));
}

TEST(MapJson, ReadsBackWhatItWrites) {
  Mapping mapping = guess_mapping(csv("ID;Stage;Mail;Drop me\n"));
  mapping.columns[1].values = {{"Won", "customer"}, {"a \"b\"", ""}};
  mapping.columns[3].field = "";
  mapping.dates = DateOrder::kMonthFirst;
  const std::string json = json_from_mapping(mapping);
  const auto again = mapping_from_json(json, guess_mapping(csv("ID;Stage;Mail;Drop me\n")));
  ASSERT_TRUE(again) << again.error().sentence() << json;
  EXPECT_EQ(json_from_mapping(*again), json);
  EXPECT_EQ(delimiter_from_json(json).value(), ';');
}

}  // namespace
}  // namespace leadlight::interchange
