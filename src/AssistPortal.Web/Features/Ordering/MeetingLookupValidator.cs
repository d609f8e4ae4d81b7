using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>The rules of step 2.</summary>
public sealed class MeetingLookupValidator(IStringLocalizer<OrderingTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    public const int HostIdLength = 120;

    private readonly Rules optional = new(isCompulsory: false, texts, shared);
    private readonly Rules compulsory = new(isCompulsory: true, texts, shared);

    /// <param name="input">Step 2 as typed.</param>
    /// <param name="isCompulsory">Whether the package has to be scheduled before it is ordered.</param>
    public ValidationResult Validate(MeetingLookupInput input, bool isCompulsory) =>
        (isCompulsory ? compulsory : optional).Validate(input);

    private sealed class Rules : AbstractValidator<MeetingLookupInput>
    {
        public Rules(bool isCompulsory, IStringLocalizer<OrderingTexts> texts, IStringLocalizer<SharedTexts> shared)
        {
            RuleFor(input => input.IsScheduled)
                .Must((input, _) => !isCompulsory || input.SaysYes || input.SaysNo)
                .WithMessage(_ => texts["IsScheduled.Missing"]);
            When(input => input.SaysYes && input.SessionKey != MeetingLookupInput.ByHand, () =>
            {
                RuleFor(input => input.HostId).RequiredText(HostIdLength, () => texts["HostId.Missing"], shared);
                RuleFor(input => input.HostEmail).EmailAddress(() => texts["HostEmail.Missing"], shared);
            });
        }
    }
}
