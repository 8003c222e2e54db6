// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

Vocabulary englishHeadings()
{
    return {
        {SectionKind::Necessary,
         "necessary|required|requirement*|require|requires|must have*|must haves|musts|must|essential*|mandatory|minimum|basic qualification*|prerequisite*|eligib*|"
         "qualification*|qualif*|what you bring|what you will bring|you bring|you will bring|bring to the team|what you need|what you will need|you will need|you need|"
         "we need you to have|what we need|we need|we require|we expect|what we expect|what is expected|expectations|what we are looking for|we are looking for|what are we looking for|"
         "looking for someone|who we are looking for|who are we looking for|are we looking for|we look for|what we look for|we seek|who we seek|we are seeking|what we want|"
         "who you are|about you|you are|you have|you will have|what you have|you should have|you must|you should be|you should|you will be able|your profile|candidate profile|profile|your background|"
         "your qualifications|your skills|your experience|your expertise|person specification|person spec|selection criteria|key criteria|criteria|key selection|"
         "success profile|we will evaluate you|evaluate you on|assess you|assessed against|you will be assessed|assessed on|ideal candidate*|the ideal candidate|ideal profile|"
         "successful candidate*|successful applicant*|right candidate|candidate must|candidates must|applicants must|applicant must|candidate should|candidates should|"
         "the candidate will have|the applicant will have|candidate will have|candidates will have|applicant will have|"
         "the person we are looking for|you are someone|you might be a fit|you may be a fit|you may be a good fit|you might be a good fit|good fit if|great fit if|right fit if|"
         "you will be a good fit|you could be|we would love to hear from you if|we want to hear from you if|apply if you|this role is for you if|this job is for you if|this is for you if|"
         "is this you|does this sound like you|sounds like you|to be successful|to succeed|to be considered|to thrive|you will thrive|what it takes|what you will need to succeed|how you qualify|necessary qualities|"
         "behaviours|behaviors|what makes you|you will love this|you will love it|you will enjoy this|demonstrate|demonstrated|demonstrable|you offer|what you offer|what you will have|competence requirements|hard requirements|non negotiable*|the must|who are you|do you have what it takes|have what it takes|key requirements|what we ask|we ask for|we ask of you|what we ask of you|you would have|"
         "you come with|you will come with|employment standards|^the person$|what you know|what you can bring|what should you bring|what do you bring|do you bring|do you need|we would like you to have|we will score you|score you on|we will look for|we will be looking for|"
         "what you will have done|you will have experience|you will be someone|you will be a|minimum criteria|who you will be|what we hope you bring|your strengths|who should apply|^should$|expected to hold|fit right in|fit in if|you will fit|should possess|must possess|should hold|must hold|must be able|should demonstrate|should bring|should have|must know|should know|you should know|vital|we are after|are after|makes you the one|expected to have|expected to possess|expected to be|expected to meet|who can apply|you should apply if|entry requirements"},
        {SectionKind::Useful,
         "useful|nice to have*|nice to haves|nice if|nice|would be nice|desirable*|desired|desire|preferred|preferable|prefer|preferably|preference|preferences|bonus|bonus points|bonuses if|bonus skills|extra points|brownie points|plus|"
         "pluses|a plus|plus points|plusses|is a plus|are a plus|asset|assets|advantageous|advantage|advantages if|an advantage|optional|optionally|ideally|would be great|it is great if|great if|it would be great if|"
         "great to have|good to have|good to haves|helpful|would be helpful|beneficial|benefit if|we would love if|we would love it if|we would also love|we also value|we value if|it helps if|helps if|strong candidates|"
         "stand out|stand you out|set you apart|sets you apart|go the extra|icing on the cake|cherry on top|extra credit|even better if|even better|not essential|not required|not necessary|"
         "not mandatory|not a requirement|not requirements|additional qualifications|additional skills|additional assets|additional experience|other useful|"
         "would be a bonus|would be beneficial|would be an advantage|favourable|favorable|could have|wish list|wishlist|competitive edge|highly regarded|well regarded|merit*|meritorious|considered a plus|"
         "may also have|might also have|you may have|you might have|you might also|recommended|welcome but|will be considered an asset|"
         "happy if|pleased if|excited if|delighted if|thrilled if|love it if|like it if|we also appreciate|appreciate|appreciated|also looking for|like to see|love to see|especially interested if|particularly interested if|interested if you|would help|it would help if|would help if|what else|would delight|pleased if you|great if you|helpful extras|extras|"
         "of advantage|good if|be useful|would be useful|may be useful|can be useful|are useful|also good|also nice|not a must|no must|additional strengths|we would be impressed|impress us|surprise us|earns you|earn extra|distinguish*|sweeten*|also be great|it would be nice|"
         "additionally desirable|perhaps|perhaps you have|maybe|who might|you might|might|may be needed|may be used|asset qualification*|gladly seen|would be good|would be glad|be glad of|glad of|is welcome if|it is welcome|welcome if|what we would like|would also like|we would like if|helps to have|it helps|^could$|not needed|not vital|but not vital|do not need|we do not need|what we do not need|you do not need|smile|smile at|dealbreaker|deal breaker|not a dealbreaker|makes us happy|make us happy|us happy|handy|but handy|welcome extras|we would smile|lucky if|not a deal breaker|would love it|all the better|better still|desirable but|nice bonus|wow us|differentiator*|of interest|not needed but|advantage but"},
        {SectionKind::Responsibilities,
         "responsib*|accountabilit*|accountable|duties|duty|duties and responsibilities|tasks|task|key tasks|deliverable*|what you will do|what you will be doing|what you do|what will you do|what will you be doing|"
         "what you would do|what you would be doing|what you will work on|what you will be working on|you will be doing|you will do|you will work on|you will be responsible|you are responsible|your responsibilities|your role|your tasks|your mission|your job|"
         "your day|your work|your contribution|day to day|a typical day|typical day|a day in the life|day in the life|on any given day|in this role you|in this role you will|in this position you will|in this job you will|as our|you will be expected to|expected to|the role will involve|"
         "the role involves|role involves|role includes|role will include|job involves|job includes|position involves|position includes|work involves|work will involve|work includes|activities|key activities|main activities|"
         "job duties|position duties|essential functions|essential job functions|essential duties|key functions|functions|job functions|primary functions|main functions|essential duties and responsibilities|"
         "main duties|principal duties|core duties|what the job involves|what the role involves|what is involved|what will i be doing|what will the role involve|"
         "how you will contribute|how you will make an impact|how you will spend your time|how you will make a difference|what you will achieve|what you will own|what you will be responsible|scope of work|scope of services|terms of reference|"
         "key result areas|key accountabilities|areas of responsibility|the work|the job|need to do|you will need to do|will be tasked|tasked with|would include|will be responsible|will include|the successful candidate will be responsible|will help us|you will help|you will get to|your main|your focus|"
         "examples of work|examples of duties|typical duties|illustrative examples of work|statement of duties|what is the job|what the job is about|what does the job involve|what does the role involve|your impact|the position entails|entails|entail|what we need you to do|how you will help|your challenge|"
         "in the role you|what would you be doing|what would you do|would you be doing|you would be doing|your days|your week|a week in|where you come in|your assignment|major duties|summary of duties|principal accountabilities|work you will do|the work you will do|^work$|will you do|scope of the assignment|scope of the work|scope of the role|scope|what you will be|you will be up to|be up to|do you do here|spend your time|keep you busy|keeps you busy|the day job|day job|what the role is for|what you would own"},
        {SectionKind::Skills,
         "skill*|experience|experiences|knowledge|abilit*|competenc*|competencies|capabilit*|expertise|education|educational|academic|degree|degrees|attributes|personal attributes|qualities|personal qualities|traits|characteristics|"
         "technical skills|soft skills|hard skills|language skills|languages|language|core values|core competencies|functional competencies|personal skills|personality|background|work experience|professional experience|previous experience|licensure|licenses|licences|registration|registrations|credentials|training|training and experience|certification*|certificates|attitude|aptitudes"},
        {SectionKind::Container,
         "about the role|about this role|about the job|about the position|about this position|the role|role|the position|position|job description|role description|position description|job summary|role summary|position summary|"
         "overview|role overview|job overview|position overview|summary|introduction|job purpose|purpose of the role|purpose of the job|purpose|the purpose|main purpose|role purpose|details|job details|"
         "job information|job brief|job specification|job spec|description|the opportunity|opportunity|background information|context|objective|objectives|key objectives|basic information|job profile|role profile|"
         "open positions|job title|advertisement|vacancy announcement|vacancy notice|invites applications|applications for the position|position title|post title|openings|current openings|vacancies|vacancy|jobs|job|careers|we are hiring|join us|job opportunities|job posting|job advertisement|job advert|announcement|outcomes|vision|mission"},
        {SectionKind::Other,
         "benefit*|perks|perk|what we offer|we offer|what we can offer|what we can offer you|our offer|what you will get|what you get|you will get|what you can expect|what to expect|what you will receive|you will receive|what is in it for you|in it for you|"
         "salary|compensation|pay|remuneration|package|rewards|wage|stipend|why join|why you should|why us|why work|why you will love|why you will like|why this|why now|why apply|why choose|why|"
         "working for us|working with us|working here|work with us|life at|how we work|working at|our culture|culture|our values|values|our team|the team|about the team|your team|team|who you will work with|who we are|"
         "about us|^about|about our|about the company|about the organisation|about the organization|company|the company|our mission|our vision|our story|our company|our organisation|our organization|"
         "what we do|who are we|what is|to apply|how to apply|apply|applying|application*|application process|application procedure|how do i apply|interested|interested?|next steps|"
         "hiring process|interview process|selection process|recruitment process|recruitment timeline|timeline|process|examination process|interview*|contact*|questions|further information|more information|additional information|"
         "equal opportunit*|equal employment|diversity|inclusion|inclusive|eeo|accessibility|accommodation*|privacy|data protection|disclaimer|legal|"
         "location|locations|where|work location|working hours|hours|work hours|schedule|contract|contract type|duration|terms|terms and conditions|conditions|working conditions|work environment|work conditions|"
         "physical demands|physical requirements|travel requirements|travel|application requirements|visa|start date|starting date|closing date|closing|closes|opening date|salary range|hours per week|deadline|dates|key dates|posted|posting date|"
         "technology|technologies|tech stack|our stack|stack|our tech|tools we use|key measures|measures|key performance indicators|kpis|metrics|success measures|measures of success|what success looks like|success looks like|"
         "background check|background investigation|criminal background|driver s license|drivers license|security clearance|clearance|reporting|reports to|reporting line|supervision|department|grade|employment type|job type|job number|reference|"
         "what you will learn|you will learn|what you will gain|growth|career|development opportunities|learning|further instructions|instructions|how to submit|submission|submit|supplemental|cover letter|resume|cv|references|"
         "notes|note|please note|important|faq|faqs|links|see also|related|resources|preferred start|desired salary|desired start|documents|required documents|documents required|application documents|supporting documents|"
         "we are proud|relocation|remote|pay range|we provide|our commitment|we are committed|commitment to|safeguarding|equity|what happens next|what we are building|our product|our products|our customers|clients|our clients|funding|"
         "selection procedure|assessment process|review process|reasonable adjustments|about the project|the project|about the department|about the programme|about the program|about the university|the university|can offer|we can offer|we can offer you|we offer you|do we offer|what do we offer|what can we offer|we reward|reward you|we will give you|we give you|our promise|no fee|do you get|what do you get|do we give|what do we give|we will give|in return|on the table|what is on the table|the deal|treatment|working for our|"
         "you can look forward|look forward to|terms of employment|conditions of employment|how we hire|how we will assess|also available|annex*|appendix|about example|what is offered|we can give|is offered|employee benefits|assessment criteria weight*|evaluation criteria weight*|ats note*"},
    };
}

} // namespace rolecall::app
