using System.ComponentModel.DataAnnotations;
using AssistPortal.Mail;

namespace AssistPortal.Trials.HelpDesk;

/// <summary>Settings under <c>Trials</c>.</summary>
internal sealed class TrialOptions
{
    /// <summary>Where mails to the partner help desk go.</summary>
    [Required, PlainAddress, StringLength(TrialLengths.Email)]
    public string HelpDeskAddress { get; set; } = "helpdesk@portal.example";
}
