"""Every address of the house: its name, its path, who may use it, what it does, on which kind.

A new address needs one line here: the failing test prints it. `who` is one of WHO below, or several
joined by "+"; `does` is one of: reads, asks (takes a POST and writes nothing), writes, sends (writes
from a public page that carries no token, and needs no session).
"""

from dataclasses import dataclass

ROLES = tuple("visitor no_role helper member secretary coordinator foreign_coordinator".split())
WHO = {
    **{role: {role} for role in ROLES},
    "everybody": set(ROLES),
    "account": set(ROLES) - {"visitor"},  # whoever has signed in, in this programme or not
    "person": {"no_role", "helper", "member", "secretary", "coordinator"},  # somebody in this one
    "role": {"helper", "member", "secretary", "coordinator"},  # with any role in this programme
    "support": {"member", "secretary"},
    "key": set(),  # a secret in the address or in a cookie opens it; without it nobody comes in
    "play": set(),  # only in dev or demo mode, on the machine itself
    "step": set(),  # only in the midst of signing in
}

TABLE = r"""
home                            /                                     everybody   reads
threads                         /threads/                             everybody   reads
thread                          /threads/<uuid:pk>/                   everybody   reads  thread
health                          /health/                              everybody   reads
robots                          /robots.txt                           everybody   reads
favicon                         /favicon.ico                          everybody   reads
search                          /search/                              everybody   reads
ideas                           /ideas/                               everybody   reads
new_idea                        /ideas/new/                           everybody   asks
send_idea                       /ideas/new/send/                      everybody   writes
idea                            /ideas/<uuid:pk>/                     everybody   reads  idea
number                          /number/                              everybody   reads
slip                            /number/slip/                         key         reads
open_slip                       /number/slip/<str:secret>/            key         reads
workshops                       /workshops/                           everybody   reads
new_workshop                    /workshops/new/                       coordinator writes
workshop                        /workshops/<uuid:pk>/                 everybody   reads  workshop
change_workshop                 /workshops/<uuid:pk>/change/          coordinator writes workshop
workshop_room                   /workshops/<uuid:pk>/room/            coordinator reads  workshop
open_wall                       /workshops/<uuid:pk>/room/open/       coordinator writes workshop
close_wall                      /workshops/<uuid:pk>/room/close/      coordinator writes workshop
count_heads                     /workshops/<uuid:pk>/room/count/      coordinator writes workshop
type_in_notes                   /workshops/<uuid:pk>/room/paper/      coordinator writes workshop
choose_notes                    /workshops/<uuid:pk>/room/choose/     coordinator writes workshop
wall                            /workshops/<uuid:pk>/wall/            coordinator   reads  workshop
wall_sign                       /workshops/<uuid:pk>/sign/            coordinator   reads  workshop
wall_sheet                      /workshops/<uuid:pk>/sheet/           everybody   reads  workshop
hide_note                       /workshops/notes/<uuid:pk>/hide/      coordinator writes note
find_wall                       /wall/                                everybody   reads
add_note                        /^wall/(?P<code>\d{5})/$              everybody   sends
goals                           /goals/                               everybody   reads
challenges                      /challenges/                          everybody   reads
new_challenge                   /challenges/new/                      coordinator writes
challenge                       /challenges/<uuid:pk>/                everybody   reads  challenge
reword_challenge                /challenges/<uuid:pk>/reword/         coordinator writes challenge
confirm_challenge               /challenges/<uuid:pk>/confirm/        coordinator writes challenge
review_challenge                /challenges/<uuid:pk>/review/         coordinator writes challenge
archive_challenge               /challenges/<uuid:pk>/archive/        coordinator writes challenge
move_challenge                  /^challenges/(?P<pk>[0-9a-f-]{36})/(?P<name>open|take_up)/$ coordinator writes challenge
desk                            /desk/                                coordinator reads
messages                        /desk/messages/                       coordinator reads
message                         /desk/messages/<uuid:pk>/             coordinator reads  message
stop_message                    /desk/messages/<uuid:pk>/stop/        coordinator writes message
send_message_again              /desk/messages/<uuid:pk>/again/       coordinator writes message
message_delivered               /desk/messages/<uuid:pk>/delivered/   coordinator writes message
file                            /files/<uuid:pk>/<slug:size>/         everybody   reads  attachment
sign_in                         /sign-in/                             everybody   writes
account_login                   /sign-in/                             everybody   writes
account_request_login_code      /sign-in/                             everybody   writes
account_signup                  /sign-in/                             everybody   writes
account_confirm_login_code      /sign-in/code/                        step        writes
mfa_authenticate                /sign-in/second-step/                 step        writes
sign_out                        /sign-out/                            everybody   writes
account                         /account/                             account     reads
mfa_index                       /account/                             account     reads
mfa_reauthenticate              /account/is-it-you/                   account     writes
account_age                     /account/age/                         person      writes
too_young                       /account/age/too-young/               person      writes
leave_account                   /account/close/                       person      writes
account_left                    /account/closed/                      everybody   reads
account_email                   /account/address/                     account     writes
account_email_verification_sent /account/address/code/                account     writes
account_app                     /account/app/                         account     writes
mfa_activate_totp               /account/app/                         account     writes
account_app_picture             /account/app/picture.svg              account     reads
mfa_deactivate_totp             /account/app/away/                    account     writes
account_codes                   /account/codes/                       account     reads
mfa_view_recovery_codes         /account/codes/                       account     reads
mfa_generate_recovery_codes     /account/codes/new/                   account     writes
sign_out_everywhere             /account/sign-out-everywhere/         account     writes
step_in                         /demo/roles/                          play        writes
invite                          /invite/                              coordinator writes
meetings                        /meetings/                            everybody   reads
call_meeting                    /meetings/new/                        coordinator+secretary writes
meeting                         /meetings/<uuid:pk>/                  everybody reads  meeting
change_meeting                  /meetings/<uuid:pk>/change/           coordinator+secretary writes meeting
call_off_meeting                /meetings/<uuid:pk>/call-off/         coordinator+secretary writes meeting
agenda                          /meetings/<uuid:pk>/agenda/           coordinator+secretary writes meeting
sort_agenda                     /meetings/<uuid:pk>/agenda/sort/      coordinator+secretary writes meeting
attendance                      /meetings/<uuid:pk>/attendance/       coordinator+secretary writes meeting
meeting_pack                    /meetings/<uuid:pk>/pack/             coordinator+support+helper reads  meeting
projector                       /meetings/<uuid:pk>/projector/        coordinator+support+helper reads  meeting
item                            /meetings/<uuid:pk>/items/<uuid:item_pk>/ coordinator+secretary writes meeting
take_up                         /meetings/<uuid:pk>/items/<uuid:item_pk>/take-up/ coordinator+secretary writes meeting
interests                       /meetings/<uuid:pk>/items/<uuid:item_pk>/interests/ coordinator+secretary writes meeting
postpone                        /meetings/<uuid:pk>/items/<uuid:item_pk>/next-time/ coordinator+secretary writes meeting
undo_last                       /meetings/<uuid:pk>/undo/             coordinator+secretary writes meeting
read_back                       /meetings/<uuid:pk>/read-back/        coordinator+secretary writes meeting
reopen_meeting                  /meetings/<uuid:pk>/reopen/           coordinator+secretary writes meeting
extract_print                   /meetings/<uuid:pk>/extract/          everybody   reads  meeting
extract_pdf                     /meetings/<uuid:pk>/extract.pdf       everybody   reads  meeting
minutes                         /meetings/<uuid:pk>/minutes/          coordinator+support reads  meeting
minutes_print                   /meetings/<uuid:pk>/minutes/print/    coordinator+support reads  meeting
minutes_pdf                     /meetings/<uuid:pk>/minutes.pdf       coordinator+support reads  meeting
check_minutes                   /meetings/<uuid:pk>/minutes/check/    coordinator+secretary writes meeting
correct_minutes                 /meetings/<uuid:pk>/minutes/correct/  coordinator+secretary writes meeting
sign_minutes                    /meetings/<uuid:pk>/minutes/sign/     coordinator+secretary writes meeting
publish_extract                 /meetings/<uuid:pk>/minutes/publish/  coordinator+secretary writes meeting
handovers                       /handovers/                           everybody   reads
new_handover                    /handovers/new/                       coordinator+secretary writes
open_handover                   /handovers/open/<str:secret>/         key         reads
handover                        /handovers/<uuid:pk>/                 everybody reads  handover
answer_handover                 /handovers/<uuid:pk>/answer/          key writes handover
renew_handover_link             /handovers/<uuid:pk>/link/            coordinator+secretary writes handover
take_back_handover              /handovers/<uuid:pk>/take-back/       coordinator+secretary writes handover
about                           /about/                               everybody   reads
page                            /about/<slug:slug>/                   everybody   reads
banner                          /banner/                              everybody   reads
help                            /help/                                everybody   reads
privacy                         /privacy/                             everybody   reads
accessibility                   /accessibility/                       everybody   reads
feedback                        /accessibility/feedback/              everybody   writes
feedback_given                  /accessibility/feedback/thanks/       everybody   reads
answer_feedback                 /accessibility/feedback/<uuid:pk>/    coordinator writes feedback
frame                           /desk/programme/                      coordinator reads
change_languages                /desk/programme/languages/            coordinator writes
change_programme                /desk/programme/about/<slug:part>/    coordinator writes
frame_rows                      /desk/programme/<slug:noun>/          coordinator reads
add_frame_row                   /desk/programme/<slug:noun>/add/      coordinator writes
change_frame_row                /desk/programme/<slug:noun>/<uuid:pk>/ coordinator writes aim
frame_picture                   /desk/programme/<slug:noun>/<uuid:pk>/picture/ coordinator writes banner
remove_frame_row                /desk/programme/<slug:noun>/<uuid:pk>/remove/ coordinator writes link
own_pages                       /desk/programme/pages/                coordinator reads
write_page                      /desk/programme/pages/write/          coordinator writes
own_page                        /desk/programme/pages/<uuid:pk>/      coordinator reads page
change_page                     /desk/programme/pages/<uuid:pk>/words/ coordinator writes page
turn_page                       /desk/programme/pages/<uuid:pk>/turn/ coordinator writes page
add_to_page                     /desk/programme/pages/<uuid:pk>/<slug:what>/ coordinator writes page
change_on_page                  /desk/programme/pages/<slug:what>/<uuid:pk>/change/ coordinator writes pagepart
take_off_page                   /desk/programme/pages/<slug:what>/<uuid:pk>/remove/ coordinator writes pagepart
me                              /me/                                  person      reads
change_me                       /me/change/                           person      writes
everything_about_me             /me/everything/                       person      reads
take_along                      /me/take-along/                       person      writes
parcel                          /me/take-along/parcel/                person      reads
forget_me                       /me/forget/                           person      writes
keep_me                         /me/forget/keep/                      person      writes
forgotten                       /me/forgotten/                        everybody   reads
take_slip                       /me/slips/                            person      writes
add_way                         /me/ways/new/                         person      writes
stop_way                        /me/ways/<uuid:pk>/stop/              person      writes contactway
take_back_consent               /me/consents/<slug:purpose>/take-back/ person      writes
reach_slip                      /number/reach/                        key         writes
contact_way                     /ways/<uuid:pk>/<str:secret>/         key         writes contactway
data_requests                   /desk/requests/                       coordinator reads
new_data_request                /desk/requests/new/<slug:what>/<uuid:pk>/ coordinator writes person
data_request                    /desk/requests/<uuid:pk>/             coordinator writes datarequest
request_parcel                  /desk/requests/<uuid:pk>/parcel/      coordinator reads datarequest
take_back_request               /desk/requests/<uuid:pk>/take-back/   coordinator writes datarequest
organisations                   /organisations/                       everybody   reads
add_organisation                /organisations/add/                   coordinator writes
organisation                    /organisations/<slug:slug>/           everybody   reads organisation
change_organisation             /organisations/<slug:slug>/change/    coordinator writes organisation
groups                          /groups/                              everybody   reads
add_group                       /groups/add/                          coordinator writes
group                           /groups/<slug:slug>/                  everybody   reads group
change_group                    /groups/<slug:slug>/change/           coordinator writes group
join_group                      /groups/<slug:slug>/join/             coordinator      writes group
end_seat                        /groups/seats/<uuid:pk>/end/          coordinator writes seat
bodies                          /bodies/                              everybody   reads
add_body                        /bodies/add/                          coordinator writes
body                            /bodies/<slug:slug>/                  everybody   reads body
change_body                     /bodies/<slug:slug>/change/           coordinator writes body
move_purse                      /bodies/<slug:slug>/money/            coordinator writes body
directory                       /directory/                           role        reads
roles                           /directory/<uuid:pk>/                 coordinator        reads person
add_role                        /directory/<uuid:pk>/add/             coordinator writes person
end_role                        /directory/roles/<uuid:pk>/end/       coordinator+secretary writes membership
ui:gallery                      /gallery/                             play        reads
ui:gallery_part                 /gallery/<slug:part>/                 play        reads
ninja:openapi-json          /api/v1/openapi.json                  everybody reads
ninja:ideas                 /api/v1/ideas/                        everybody reads
ninja:idea                  /api/v1/ideas/<uuidstr:pk>/           everybody reads idea
ninja:challenges            /api/v1/challenges/                   everybody reads
ninja:challenge             /api/v1/challenges/<uuidstr:pk>/      everybody reads challenge
ninja:meetings              /api/v1/meetings/                     everybody reads
ninja:meeting               /api/v1/meetings/<uuidstr:pk>/        everybody reads meeting
ninja:threads               /api/v1/threads/                      everybody reads
ninja:thread                /api/v1/threads/<uuidstr:pk>/         everybody reads thread
ninja:doors                 /api/v1/                              everybody reads
ninja:api-root              /api/v1/                              everybody reads
api_nowhere                 /^api/                                everybody reads
absence                     /desk/absence/                        coordinator writes
back_at_desk                /desk/absence/<uuid:pk>/back/         coordinator writes absence
add_to_agenda               /meetings/<uuid:pk>/agenda/add/       coordinator+secretary writes  meeting
entry_number                /desk/entry/number/                   coordinator+secretary+helper reads
results                     /results/                             everybody reads
open_log                    /results/hidden/                      everybody reads
support_idea                /ideas/<uuid:pk>/in/                  everybody writes  idea
supported                   /ideas/<uuid:pk>/in/thanks/           everybody writes  idea
offer_help                  /ideas/<uuid:pk>/help/                everybody writes  idea
join_team                   /ideas/<uuid:pk>/team/                everybody writes  idea
leave_team                  /ideas/<uuid:pk>/team/leave/          everybody writes  idea
comment                     /ideas/<uuid:pk>/comment/             everybody writes  idea
report_idea                 /ideas/<uuid:pk>/report/              everybody writes  idea
thanks                      /ideas/<uuid:pk>/thanks/<slug:what>/  everybody reads   idea
report_comment              /comments/<uuid:pk>/report/           everybody writes  comment
slip_more                   /number/slip/more/                    key writes
slip_photo                  /number/slip/photo/                   key writes
slip_change                 /number/slip/change/                  key writes
slip_withdraw               /number/slip/withdraw/                key writes
slip_appeal                 /number/slip/appeal/                  key writes
slip_leave                  /number/slip/leave/                   key writes
slip_team                   /number/slip/team/                    key writes
slip_leave_team             /number/slip/team/leave/              key writes
slip_print                  /number/slip/print/                   key reads
slip_code                   /number/slip/code.svg                 key reads
slip_end                    /number/slip/end/                     everybody reads
ended                       /number/ended/                        everybody reads
entry                       /desk/entry/                          coordinator+secretary+helper writes
cards                       /desk/entry/cards/                    coordinator+secretary+helper writes
card_slips                  /desk/entry/cards/slips/              coordinator+secretary+helper reads
queue                       /desk/queue/                          coordinator reads
pile                        /desk/piles/<slug:name>/              coordinator reads
read_comment                /desk/queue/comments/<uuid:pk>/       coordinator writes  comment
answer_appeal               /desk/queue/appeals/<uuid:pk>/        coordinator writes  hiding
judge                       /desk/queue/<slug:kind>/<uuid:pk>/    coordinator writes idea
hide                        /desk/queue/<slug:kind>/<uuid:pk>/hide/ coordinator writes idea
read_idea                   /desk/ideas/<uuid:pk>/read/           coordinator writes  idea
read_photo                  /desk/photos/<uuid:pk>/               coordinator writes  attachment
cry                         /desk/ideas/<uuid:pk>/cry/            coordinator writes  idea
answer_idea                 /desk/ideas/<uuid:pk>/answer/         coordinator+secretary writes  idea
answered                    /desk/ideas/<uuid:pk>/answered/       coordinator+secretary writes  idea
look_again                  /desk/ideas/<uuid:pk>/again/          coordinator+secretary writes  idea
shortlist_idea              /desk/ideas/<uuid:pk>/meeting/        coordinator+secretary writes  idea
return_idea                 /desk/ideas/<uuid:pk>/back/           coordinator+secretary writes  idea
sort_idea                   /desk/ideas/<uuid:pk>/sort/           coordinator writes  idea
make_cluster                /desk/ideas/<uuid:pk>/cluster/        coordinator+secretary writes  idea
company                     /desk/ideas/<uuid:pk>/company/        coordinator reads   idea
thank_offer                 /desk/offers/<uuid:pk>/               coordinator writes  offer
undo_cluster                /desk/clusters/<uuid:pk>/undo/        coordinator+secretary writes  cluster
"""

# Where the right alone opens nothing; what else it takes is walked in the tests of the package.
IN_A_STATE = {
    "account_app_picture": "in the midst of connecting an app",
    "account_codes": "with a second step of one's own",
    "mfa_view_recovery_codes": "with a second step of one's own",
    "mfa_deactivate_totp": "with an app of one's own",
    "mfa_reauthenticate": "with a second step of one's own",
    "api_nowhere": "no address at all",
    "banner": "a banner with a picture",
    "page": "a page that the programme has written",
    "item": "an item of this meeting",
    "entry_number": "a number that this browser has just given",
}


@dataclass(frozen=True)
class Address:
    """One line of the table."""

    name: str
    path: str
    who: str
    does: str
    kind: str = ""

    @property
    def roles(self):
        """The roles that may use it."""
        return set().union(*(WHO[word] for word in self.who.split("+")))

    @property
    def needs_limit(self):
        """True where a stranger may send something, or guess."""
        takes_strangers = "visitor" in self.roles or self.who in {"key", "step"}
        guesses = "secret" in self.path or "code>" in self.path
        return guesses or (takes_strangers and self.does != "reads")


ADDRESSES = {
    line.split()[0]: Address(*line.split()) for line in TABLE.strip().splitlines() if line.strip()
}
