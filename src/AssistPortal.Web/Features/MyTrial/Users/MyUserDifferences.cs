using AssistPortal.Trials.Texts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.MyTrial.Users;

/// <summary>Tells whoever changes a user what somebody else has saved meanwhile.</summary>
public sealed class MyUserDifferences(TrialWording wording, IStringLocalizer<MyUsersTexts> texts)
{
    /// <summary>The page with what was saved; saving again takes what was typed.</summary>
    public MyUserPage Tell(MyUserPage page)
    {
        var (typed, saved) = (page.Input, MyUserInput.From(page.Member));
        typed.Seen = saved.Seen;
        return page with
        {
            Changed = ChangedMeanwhile.Between(
            [
                (texts["Name"], typed.Name, saved.Name),
                (texts["Services"], wording.Services(typed.Chosen), wording.Services(saved.Chosen)),
            ]),
        };
    }
}
