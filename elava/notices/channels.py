"""The ways out of the house; so far a machine takes only e-mail, people carry the rest."""

from email.utils import formataddr
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage

FOR_GOOD = 500  # from here on a mail server says "never", below it "not now" (RFC 5321, 4.2.1)


class Refused(Exception):
    """The gateway will never take this message."""


def send_email(message, text, gateway):
    """Hand a mail over; raises Refused where trying again is useless, any other error else."""
    programme = message.programme
    mail = EmailMessage(
        subject=text.subject,
        body=text.body,
        from_email=formataddr((str(programme), settings.DEFAULT_FROM_EMAIL)),
        to=[message.address],
        reply_to=[programme.help_email] if programme.help_email else None,
        # A repetition after a crash carries the same id, so that mail programs show it once.
        headers={
            "Message-ID": f"<{message.pk}@{programme.host}>",
            "Auto-Submitted": "auto-generated",
        },
        connection=gateway,
    )
    try:
        mail.send()
    except (SMTPRecipientsRefused, SMTPResponseException) as error:
        if is_for_good(error):
            raise Refused(str(error)) from error
        raise


def is_for_good(error):
    """Whether a mail server's answer will be the same tomorrow."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= FOR_GOOD for code, _words in error.recipients.values())
    return error.smtp_code >= FOR_GOOD
