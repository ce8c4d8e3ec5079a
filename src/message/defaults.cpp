// The ready-made templates (practice D1): each names the hook (D3), says what is in it for the
// reader, and asks for little.
#include <array>
#include <string_view>

#include "message/template.h"

namespace leadlight::message {

namespace {

// A ready-made template keeps its number, and so its id, for good.
struct Ready {
  std::uint8_t number;
  Purpose purpose;
  TouchKind channel;
  LeadType lead_type;
  bool german;
  const char* name;
  const char* subject;
  const char* body;  // of e-mail: without greeting and signature
};

constexpr TouchKind kMail = TouchKind::kEmail;
constexpr LeadType kAny = LeadType::kUnknown;

constexpr std::array kReady{
    Ready{1, Purpose::kFirstTouch, kMail, kAny, false, "First answer", "Your question about {hook}",
          "thank you for getting in touch about {hook}. I would like to understand what you need "
          "before I suggest anything.\n\nWhen would ten minutes on the phone suit you?"},
    Ready{2, Purpose::kFirstTouch, kMail, LeadType::kConsultationRequest, false,
          "Consultation: first answer", "Your consultation",
          "thank you for asking about {hook}. Tell me in your own words what you want to change"
          "{if company} at {company}{end}, and I will tell you plainly whether it can be done.\n\n"
          "Would 20 minutes tomorrow or the day after suit you?"},
    Ready{3, Purpose::kFirstTouch, kMail, LeadType::kQuoteRequest, false, "Quote: first answer",
          "Your quote{if company} for {company}{end}",
          "thank you for asking about {hook}. For figures that you can rely on I need two things "
          "from you: how many, and by when. You will then have the quote within a working day.\n\n"
          "Can you send me both in a line, or shall I call you?"},
    Ready{4, Purpose::kFirstTouch, kMail, LeadType::kTrialRequest, false, "Trial: first answer",
          "Your trial",
          "thank you for asking about {hook}. You can begin this week. It works best if you try "
          "it on one real task of yours.\n\nWhich task should it solve for you first?"},
    Ready{5, Purpose::kSoftOpening, kMail, kAny, false, "Soft opening", "About {hook}",
          "you recently took an interest in {hook}. I would rather ask than guess, so that you "
          "only hear from me what is of use to you.\n\nWhat made you look into it?"},
    Ready{6, Purpose::kSoftOpening, kMail, LeadType::kBadgeScan, false, "Badge scan: soft opening",
          "After {event|your visit to our stand}",
          "thank you for stopping by. I am writing about {hook}: if a question of yours was left "
          "open, you will have the answer from me in a day.\n\nWhat did you want to find out?"},
    Ready{7, Purpose::kSoftOpening, kMail, LeadType::kWebinar, false, "Webinar: soft opening",
          "Your notes on {hook}",
          "thank you for your interest in {hook}. If you like, I send you the slides and the "
          "answers to the three questions that came up most.\n\n"
          "Which part is closest to what you are working on?"},
    Ready{8, Purpose::kSoftOpening, kMail, LeadType::kDownload, false, "Download: soft opening",
          "{hook}",
          "I hope you found what you were looking for in {hook}. If you want to go further, I can "
          "send you two pages on how another company went about it, with its figures.\n\n"
          "What were you hoping to learn?"},
    Ready{9, Purpose::kSoftOpening, kMail, LeadType::kInformationRequest, false,
          "Information request: soft opening", "The information you asked for",
          "thank you for asking about {hook}. So that I send you the two pages that help, and not "
          "all that there is, one question.\n\n"
          "What matters most to you: cost, time or how it works?"},
    Ready{10, Purpose::kSoftOpening, kMail, LeadType::kReferral, false, "Referral: soft opening",
          "{source|A recommendation}",
          "I am writing to you because of {hook}. I do not know yet whether I can be of use to "
          "you, and would like to find out without taking much of your time.\n\n"
          "What would you most like to be easier in your work?"},
    Ready{11, Purpose::kAcknowledgement, kMail, kAny, false, "It arrived",
          "Your inquiry has arrived",
          "thank you for your inquiry about {hook}: it has arrived. Somebody who knows the "
          "subject will be in touch with you within 24 hours.\n\nIf a certain time suits you "
          "best, just reply with it."},
    Ready{12, Purpose::kAcknowledgement, TouchKind::kTextMessage, kAny, false,
          "It arrived, by text message", "",
          "Hi {first_name|there}, your inquiry about {hook} has arrived, thank you. You will hear "
          "from us within 24 hours. {sender}, {sender_company}"},
    Ready{13, Purpose::kFollowUp, kMail, kAny, false, "Follow-up", "One more thought on {hook}",
          "I wrote to you about {hook} and know how full a week can be. If it helps, I put the "
          "three points that others in your position found most useful on one page for you.\n\n"
          "Shall I send it?"},
    Ready{14, Purpose::kFollowUp, kMail, LeadType::kQuoteRequest, false, "Quote: follow-up",
          "What is still open in your quote?",
          "you asked about {hook}. Is there a figure, a date or a document that you still need "
          "to decide? A line from you is enough, and you will have it the same day.\n\n"
          "What is missing?"},
    Ready{15, Purpose::kFollowUp, kMail, LeadType::kTrialRequest, false, "Trial: follow-up",
          "Is your trial getting on?",
          "you asked about {hook}. Most people get stuck once, usually at the start; ten minutes "
          "together save you an afternoon.\n\nWhere are you at the moment?"},
    Ready{
        16, Purpose::kFollowUp, kMail, LeadType::kBadgeScan, false, "Badge scan: follow-up",
        "{event|Your visit}: what stayed open?",
        "since your visit I have thought about {hook}. If somebody else at your company looks "
        "after this, a name is all that I need, and you have peace.\n\nIs it still on your list?"},
    Ready{17, Purpose::kFirstTouch, TouchKind::kLinkedin, kAny, false, "LinkedIn: first note", "",
          "Hi {first_name|there}, thank you for asking about {hook}. I look after that at "
          "{sender_company} and can answer you directly here. What would you like to know first? "
          "{sender}"},
    Ready{18, Purpose::kSoftOpening, TouchKind::kLinkedin, kAny, false, "LinkedIn: soft note", "",
          "Hi {first_name|there}, you took an interest in {hook}. It is what I work on at "
          "{sender_company}. I would be glad to stay in touch; nothing to buy. {sender}"},
    Ready{19, Purpose::kFollowUp, TouchKind::kLinkedin, kAny, false, "LinkedIn: follow-up", "",
          "Hi {first_name|there}, I wrote to you about {hook}. If this is the better place for "
          "you, a word here is enough. Is it still of interest to you? {sender}, {sender_company}"},
    Ready{20, Purpose::kFirstTouch, TouchKind::kVoicemail, kAny, false, "Voicemail: first call", "",
          "Hello {first_name|there}, this is {sender} from {sender_company}. I am calling because "
          "you asked about {hook}. In ten minutes you will know what it can do for you and what it "
          "costs. You can reach me at {sender_phone}. Once more: {sender_phone}. Thank you."},
    Ready{21, Purpose::kSoftOpening, TouchKind::kVoicemail, kAny, false, "Voicemail: soft call", "",
          "Hello {first_name|there}, this is {sender} from {sender_company}. I am calling about "
          "{hook}. If you have a question on it, you can have the answer in two minutes, without "
          "obligation. My number is {sender_phone}. Once more: {sender_phone}. Thank you."},
    Ready{22, Purpose::kFollowUp, TouchKind::kVoicemail, kAny, false, "Voicemail: follow-up", "",
          "Hello {first_name|there}, {sender} again, from {sender_company}. I am calling about "
          "{hook}. I have put the main points on one page, so that you can decide quickly. Shall I "
          "send it to you? My number is {sender_phone}. Once more: {sender_phone}. Thank you."},
    Ready{23, Purpose::kGoodbye, kMail, kAny, false, "Goodbye", "Shall I close {hook} for now?",
          "I wrote to you about {hook} a few times and heard nothing, which is an answer too. "
          "This is my last message about it; you will not be chased.\n\n"
          "If it comes up again, a reply to this mail is enough, and you need not explain "
          "anything. I wish you all the best."},
    Ready{24, Purpose::kNurture, kMail, kAny, false, "Wake-up", "{hook}, some months later",
          "some time ago you took an interest in {hook}, and it was too early. Perhaps that has "
          "changed, perhaps not; both are fine.\n\nIs it a subject for you this quarter?"},
    Ready{25, Purpose::kNextStepOffer, kMail, kAny, false, "Next step", "How you could go on",
          "thank you for your answer. To go on with {hook}, choose what suits you:\n\n"
          "- a short consultation on your case\n- a demo with your own data\n"
          "- a trial of your own\n- the brochure, to read first\n\nWhich one shall I prepare for "
          "you?"},
    Ready{26, Purpose::kNextStepOffer, TouchKind::kLinkedin, kAny, false, "LinkedIn: next step", "",
          "Thank you for your answer, {first_name|and for your time}. On {hook}: would you rather "
          "see a demo, try it yourself or talk for ten minutes? {sender}, {sender_company}"},
    Ready{27, Purpose::kFirstTouch, kMail, kAny, true, "Erste Antwort", "Ihre Anfrage",
          "vielen Dank für Ihre Anfrage zu {hook}. Bevor ich Ihnen etwas vorschlage, möchte ich "
          "verstehen, was Sie brauchen.\n\nWann passen Ihnen zehn Minuten am Telefon?"},
    Ready{28, Purpose::kSoftOpening, kMail, kAny, true, "Behutsamer Einstieg", "Ihr Interesse",
          "vielen Dank für Ihr Interesse an {hook}. Ich frage lieber, als zu raten, damit Sie von "
          "mir nur hören, was Ihnen nützt.\n\nWas hat Sie darauf gebracht?"},
    Ready{29, Purpose::kFollowUp, kMail, kAny, true, "Nachfassen", "Noch ein Gedanke für Sie",
          "ich hatte Ihnen zu {hook} geschrieben und weiß, wie voll eine Woche sein kann. Die drei "
          "wichtigsten Punkte habe ich für Sie auf eine Seite gebracht.\n\n"
          "Darf ich sie Ihnen schicken?"},
    Ready{
        30, Purpose::kGoodbye, kMail, kAny, true, "Abschied", "Ich schließe das vorerst",
        "ich hatte Ihnen einige Male zu {hook} geschrieben. Keine Antwort ist auch eine: Dies ist "
        "meine letzte Nachricht dazu.\n\nWenn das Thema wiederkommt, genügt Ihnen eine Antwort "
        "auf diese Mail. Alles Gute für Sie."},
};

std::string body_of(const Ready& ready) {
  if (ready.channel != kMail) return ready.body;
  std::string body = ready.german ? "Guten Tag {full_name|},\n\n" : "Hi {first_name|there},\n\n";
  body += ready.body;
  body += ready.german ? "\n\nMit freundlichen Grüßen\n" : "\n\nBest regards,\n";
  return body += "{sender}\n{sender_company}";
}

// "template" and a number: random ids can't be among them by accident.
constexpr Id template_id(std::uint64_t number) { return {0x74656D706C617465ULL, number}; }

}  // namespace

std::vector<Template> default_templates() {
  std::vector<Template> all;
  all.reserve(kReady.size());
  for (const Ready& ready : kReady) {
    Template& made = all.emplace_back();
    made.id = template_id(ready.number);
    made.name = ready.name;
    made.channel = ready.channel;
    made.lead_type = ready.lead_type;
    if (ready.german) made.language = "de";
    made.purpose = ready.purpose;
    made.subject = ready.subject;
    made.body = body_of(ready);
    made.position = ready.number;
  }
  return all;
}

}  // namespace leadlight::message
