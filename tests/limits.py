"""Which limit each door wears where strangers may send something or guess, or why it wears none."""

# How often one visitor may knock (DOORS in elava.foundation.limits): each address where nobody asks
# who sends, each that a guessed secret opens, and what is dear to answer.
LIMITS = """
give     send_idea support_idea offer_help join_team comment answer_handover
give     slip_more slip_change slip_withdraw slip_appeal slip_leave slip_team
give     leave_team slip_leave_team
report   report_idea report_comment feedback
photo    slip_photo
reach    reach_slip
number   number
secret   open_slip open_handover contact_way
wall     find_wall add_note
screen   wall
search   search
paper    extract_pdf
sign_in  sign_in account_login account_request_login_code account_signup
sign_in  account_confirm_login_code mfa_authenticate mfa_reauthenticate
"""
WITHOUT_LIMIT = {
    "new_idea": "writes nothing, and shows back what was sent",
    "sign_out": "ends nothing but the visitor's own session",
    "supported": "an address for the slip of what was just sent; it writes once by its key",
}

LIMIT_OF = {
    name: line.split()[0] for line in LIMITS.strip().splitlines() for name in line.split()[1:]
}
