using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>Tells of the RMA that has begun: whoever announced the pick-up, and the help desk.</summary>
internal sealed class ReturnAnnouncedMail(
    IStringLocalizer<DeviceMailTexts> texts, DeviceMailParts parts, PortalAddress address)
{
    public const string Cause = "trial.return-announced";

    public static string CauseOf(ReturnReader reader) => $"{Cause}:{reader.ToString().ToLowerInvariant()}";

    public MailToWrite ForAsker(HelpDeskRequest request, Trial trial, Device device, DeviceReturn item) =>
        For(request, ReturnReader.Asker, request.AskerEmail, item, () => Begin(ReturnReader.Asker, item)
            .Paragraph(texts["Greeting", request.AskerName])
            .Paragraph(texts["Return.Asker.Text", DeviceMailParts.Name(device), item.Number])
            .Facts([.. parts.Device(trial, device), new MailFact(texts["Fact.Rma"], item.Number)])
            .Note(texts["Return.Asker.Note"]));

    public MailToWrite ForHelpDesk(
        HelpDeskRequest request, Trial trial, Device device, DeviceReturn item, string helpDesk) =>
        For(request, ReturnReader.Desk, helpDesk, item, () => Begin(ReturnReader.Desk, item)
            .Facts([.. parts.Device(trial, device), new MailFact(texts["Fact.Rma"], item.Number), parts.Asker(request)])
            .Link(texts["Open.Request"], address.Of($"staff/trials/requests/{request.Id}")));

    private MailBody Begin(ReturnReader reader, DeviceReturn item) =>
        new MailBody(texts[$"Return.{reader}.Preheader", item.Number]).Heading(texts[$"Return.{reader}.Heading"]);

    private MailToWrite For(
        HelpDeskRequest request, ReturnReader reader, string recipient, DeviceReturn item, Func<MailBody> body)
    {
        using var culture = MailCulture.Of(request.Language);
        return new MailToWrite
        {
            Cause = CauseOf(reader),
            SubjectId = request.Id.ToString(),
            Revision = 0,
            Recipient = recipient,
            Language = request.Language,
            Subject = texts[$"Return.{reader}.Subject", item.Number],
            Body = body(),
        };
    }
}

/// <summary>Who is told of a return.</summary>
internal enum ReturnReader
{
    Asker,
    Desk,
}
