using AssistPortal.Assist.Ordering;
using AssistPortal.Mail.Templates;
using AssistPortal.UnitTests.Assist.Ordering;
using AssistPortal.UnitTests.Texts;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Shared;

namespace AssistPortal.UnitTests.Web.Ordering;

public sealed class MeetingLookupValidatorTests : IDisposable
{
    private readonly MailCulture culture = MailCulture.Of("en");
    private readonly MeetingLookupValidator validator =
        new(Localizers.Of<OrderingTexts>(), Localizers.Of<SharedTexts>());

    public void Dispose() => culture.Dispose();

    [Fact]
    public void Yes_asks_for_the_host()
    {
        var result = validator.Validate(new MeetingLookupInput { IsScheduled = " YES " }, isCompulsory: false);

        Assert.Equal("Enter the host ID with which the meeting was scheduled.", result.ErrorOf("HostId"));
        Assert.Equal("Enter the host’s email address.", result.ErrorOf("HostEmail"));
    }

    [Theory]
    [InlineData("no", null)]
    [InlineData(null, null)]
    [InlineData("yes", MeetingLookupInput.ByHand)]
    public void Nothing_is_asked_of_who_goes_on_by_hand(string? isScheduled, string? sessionKey) =>
        Assert.True(validator.Validate(new MeetingLookupInput
        {
            IsScheduled = isScheduled,
            SessionKey = sessionKey,
        }, isCompulsory: false).IsValid);

    [Fact]
    public void A_host_id_and_mail_address_have_their_bounds()
    {
        var result = validator.Validate(new MeetingLookupInput
        {
            IsScheduled = "yes", HostId = new string('h', 121), HostEmail = "host",
        }, isCompulsory: false);

        Assert.Equal("Use 120 characters at most: 1 too many now.", result.ErrorOf("HostId"));
        Assert.Equal("Enter an email address in the form name@example.com.", result.ErrorOf("HostEmail"));
    }

    [Theory]
    [InlineData("no", true, true)]
    [InlineData("", true, false)]
    [InlineData("perhaps", true, false)]
    [InlineData("", false, true)]
    public void A_package_that_is_scheduled_first_needs_an_answer(string typed, bool isCompulsory, bool isValid) =>
        Assert.Equal(isValid, validator
            .Validate(new MeetingLookupInput { IsScheduled = typed }, isCompulsory)
            .ErrorOf("IsScheduled") is null);

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    [InlineData("", null)]
    [InlineData("perhaps", null)]
    public void The_answer_is_kept_without_what_no_longer_belongs_to_it(string typed, bool? isScheduled)
    {
        var input = new MeetingLookupInput { IsScheduled = typed, HostId = " host ", HostEmail = "ｈ@demo.example" };

        var answer = input.ToAnswer("session-1");

        var (hostId, email) = isScheduled == true ? ("host", "h@demo.example") : ((string?)null, (string?)null);
        Assert.Equal(new MeetingLookupAnswer(isScheduled, hostId, email, "session-1"), answer);
    }

    [Theory]
    [InlineData(true, "yes")]
    [InlineData(false, "no")]
    [InlineData(null, null)]
    public void The_form_starts_from_the_answer_that_was_given(bool? isScheduled, string? expected)
    {
        var draft = Drafts.New()
            .WithLookup(new MeetingLookupAnswer(isScheduled, "host", "host@demo.example", "session-1"));

        var input = MeetingLookupInput.From(draft);

        Assert.Equal(
            (expected, "host", "host@demo.example", "session-1"),
            (input.IsScheduled, input.HostId, input.HostEmail, input.SessionKey));
    }
}
