using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport.Mail;
using NodaTime;

namespace AssistPortal.UnitTests.Mail.Sending;

/// <summary>What every transport does the same, as an independent reader of its mails sees it.</summary>
public abstract class TransportContractTests : IDisposable
{
    public static TheoryData<string> Texts => new(AwkwardTexts.All);

    private protected MailTestbed Testbed { get; } = new();

    /// <summary>Whether the way there takes octets beyond ASCII.</summary>
    protected virtual bool IsEightBit => true;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_mail_without_calendar_has_two_parts_of_the_same_content()
    {
        var read = await SendAsync(MailTestbed.Mail() with { RecipientName = "Hanna Host" });

        Assert.Equal("multipart/alternative", read.Tree.Type);
        Assert.Equal("text/plain text/html", Types(read.Tree));
        Assert.Contains("Thank you.", read.Text, StringComparison.Ordinal);
        Assert.Contains("Thank you.", read.Html, StringComparison.Ordinal);
        Assert.Empty(read.Calendars);
        AssertClean(read);
    }

    [Theory]
    [InlineData(CalendarMethod.Request, 0, "REQUEST", "CONFIRMED")]
    [InlineData(CalendarMethod.Cancel, 1, "CANCEL", "CANCELLED")]
    public async Task A_calendar_mail_carries_the_entry_as_part_and_as_file(
        CalendarMethod method, int sequence, string name, string status)
    {
        var read = await SendAsync(MailTestbed.Mail() with
        {
            RecipientName = "王小明",
            Calendar = new CalendarInvitation(method, new CalendarEvent
            {
                Uid = "order-1@portal.example",
                Sequence = sequence,
                Start = Instant.FromUtc(2027, 3, 14, 9, 30),
                End = Instant.FromUtc(2027, 3, 14, 11, 0),
                Summary = "會議協助 🎉",
                Description = "x",
            }),
        });

        Assert.Equal("multipart/mixed", read.Tree.Type);
        var alternative = read.Tree.Parts[0];
        Assert.Equal("multipart/alternative", alternative.Type);
        Assert.Equal("text/plain text/html text/calendar", Types(alternative));
        Assert.Equal("utf-8", alternative.Parts[2].Charset);
        var file = read.Tree.Parts[1];
        Assert.Equal(("application/ics", "attachment", "invite.ics"), (file.Type, file.Disposition, file.FileName));

        Assert.Equal(2, read.Calendars.Count);
        Assert.Equal(name, read.Calendars[0].PartMethod);
        Assert.All(read.Calendars, calendar =>
        {
            Assert.Equal((name, status, sequence), (calendar.Method, calendar.Status, calendar.Sequence));
            Assert.Equal("會議協助 🎉", calendar.Summary);
            Assert.Equal(read.Mailboxes["from"][0].Address, calendar.Organizer!.Address);
            Assert.Equal(read.Mailboxes["to"][0].Address, Assert.Single(calendar.Attendees).Address);
            Assert.Equal("王小明", calendar.Attendees[0].Name);
            Assert.Equal(0, calendar.BareLineBreaks);
        });
        AssertClean(read);
    }

    [Theory]
    [InlineData("Thank you.", "7bit", "7bit")]
    [InlineData("謝謝。", "8bit", "base64")]
    [InlineData("Ünal is coming to the café with all of us.", "8bit", "quoted-printable")]
    public async Task A_text_is_encoded_only_where_the_way_there_asks_for_it(
        string text, string eightBit, string sevenBit)
    {
        var read = await SendAsync(MailTestbed.Mail() with { Body = new MailBody(text).Paragraph(text) });

        Assert.Equal(IsEightBit ? eightBit : sevenBit, read.Tree.Parts[0].Encoding ?? "7bit");
        AssertClean(read);
    }

    [Fact]
    public async Task Headers_are_those_of_an_automatic_mail_in_a_thread()
    {
        Testbed.Options.ReplyTo = "coordinators@portal.example";
        Testbed.Options.FromName = "協助服務";
        var first = (await Testbed.WriteAsync(MailTestbed.Mail()))[0];
        var row = (await Testbed.WriteAsync(MailTestbed.Mail(revision: 1) with
        {
            InReplyTo = first.MessageId,
            Language = "zh-Hant",
        }))[0];

        var read = await SendAsync(row);

        Assert.Equal(row.MessageId, read.Header("Message-ID"));
        Assert.Equal(first.MessageId, read.Header("In-Reply-To"));
        Assert.Equal(first.MessageId, read.Header("References"));
        Assert.Equal("auto-generated", read.Header("Auto-Submitted"));
        Assert.Equal("zh-Hant", read.Header("Content-Language"));
        Assert.Equal(Testbed.Clock.GetCurrentInstant().ToDateTimeOffset(), read.Date);
        Assert.Equal("coordinators@portal.example", Assert.Single(read.Mailboxes["reply-to"]).Address);
        Assert.Equal(new ReadMailbox("協助服務", "assist@portal.example"), Assert.Single(read.Mailboxes["from"]));
        Assert.Null(read.Header("X-Sender"));
        Assert.Null(read.Header("X-Receiver"));
        Assert.Equal(
            read.Headers.Count,
            read.Headers.Select(header => header.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task International_domains_are_written_in_ascii()
    {
        Testbed.Options.From = "assist@bücher.example";

        var read = await SendAsync(MailTestbed.Mail(recipient: "host@例え.example"));

        Assert.Equal("assist@xn--bcher-kva.example", read.Mailboxes["from"][0].Address);
        Assert.Equal("host@xn--r8jz45g.example", read.Mailboxes["to"][0].Address);
        Assert.EndsWith("@xn--bcher-kva.example>", read.Header("Message-ID"), StringComparison.Ordinal);
        AssertClean(read);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Any_subject_and_name_arrive_intact(string text)
    {
        var read = await SendAsync(MailTestbed.Mail() with { Subject = text, RecipientName = text });

        Assert.Equal(text, read.Header("Subject"));
        Assert.Equal(new ReadMailbox(text, "host@demo.example"), Assert.Single(read.Mailboxes["to"]));
        AssertClean(read);
    }

    [Theory]
    [InlineData("x\r\nBcc: evil@x.example\r\n\r\nbody")]
    [InlineData("會議\r\nBcc: evil@x.example")]
    [InlineData("=?utf-8?B?eA0KQmNjOiBldmlsQHguZXhhbXBsZQ==?=")]
    [InlineData("\r\n\r\n")]
    public async Task No_text_begins_a_header_of_its_own(string text)
    {
        var read = await SendAsync(MailTestbed.Mail() with { Subject = text, RecipientName = text });

        Assert.Null(read.Header("Bcc"));
        Assert.DoesNotContain('\n', read.Header("Subject") ?? "");
        Assert.Equal("host@demo.example", Assert.Single(read.Mailboxes["to"]).Address);
        Assert.Contains("Thank you.", read.Text, StringComparison.Ordinal);
        AssertClean(read);
    }

    [Fact]
    public async Task Long_bodies_keep_every_character_in_short_lines()
    {
        var words = string.Concat(Enumerable.Repeat("會議.\n.dot\nFrom here 🎉", 500)) + new string('x', 3000);

        var read = await SendAsync(MailTestbed.Mail() with { Body = new MailBody("x").Paragraph(words) });

        Assert.Contains(WithoutSpace(words), WithoutSpace(read.Text!), StringComparison.Ordinal);
        AssertClean(read);
    }

    [Fact]
    public async Task A_digest_encloses_the_calendar_entry_of_each_order()
    {
        var row = (await Testbed.WriteAsync(MailTestbed.Mail(cause: "mail.digest")))[0];
        row.Enclose([Calendar("order-1", "會議"), Calendar("order-2", "שלום")]);

        var read = await SendAsync(row);

        Assert.Equal("multipart/mixed", read.Tree.Type);
        Assert.Equal(
            [null, "invite-1.ics", "invite-2.ics"], read.Tree.Parts.Select(part => part.FileName));
        Assert.Equal(["會議", "שלום"], read.Calendars.Select(calendar => calendar.Summary));
        AssertClean(read);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("Bob <bob@demo.example>")]
    [InlineData("a@demo.example, b@demo.example")]
    public async Task An_address_that_no_mail_reaches_is_refused_for_good(string recipient)
    {
        var row = (await Testbed.WriteAsync(MailTestbed.Mail(recipient: recipient)))[0];

        var refusal = await Assert.ThrowsAsync<MailException>(() => SendAsync(row));

        Assert.Equal(MailFailure.Address, refusal.Failure);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Testbed.Dispose();
        }
    }

    /// <summary>Sends it, and reads what came out.</summary>
    private protected abstract Task<ReadMail> SendAsync(OutboxMail mail);

    private async Task<ReadMail> SendAsync(MailToWrite mail)
    {
        var row = (await Testbed.WriteAsync(mail))[0];
        var read = await SendAsync(row);
        Assert.Empty(MailComparison.Differences(row, read));
        return read;
    }

    private static string Calendar(string uid, string summary) => CalendarWriter.Publish(new CalendarEvent
    {
        Uid = uid,
        Sequence = 0,
        Start = Instant.FromUtc(2027, 3, 14, 9, 30),
        End = Instant.FromUtc(2027, 3, 14, 11, 0),
        Summary = summary,
        Description = "x",
        OrganizerEmail = "assist@portal.example",
    });

    private static string WithoutSpace(string text) =>
        string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string Types(ReadPart multipart) => string.Join(' ', multipart.Parts.Select(part => part.Type));

    private void AssertClean(ReadMail read)
    {
        Assert.Empty(MailComparison.Faults(read));
        Assert.True(read.OnlyAscii || IsEightBit);
    }
}
