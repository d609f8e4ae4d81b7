namespace AssistPortal.Mail.Sending;

/// <summary>A mail that cannot be sent however often it is tried. The message is shown to staff.</summary>
public sealed class MailRefusedException : Exception
{
    public MailRefusedException()
    {
    }

    public MailRefusedException(string message)
        : base(message)
    {
    }

    public MailRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
