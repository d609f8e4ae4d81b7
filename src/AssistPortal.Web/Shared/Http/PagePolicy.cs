namespace AssistPortal.Web.Shared.Http;

/// <summary>What a response may do in a browser, beyond the rules of all others.</summary>
public enum PagePolicy
{
    /// <summary>A page that frames nothing and is framed by nobody.</summary>
    Usual,

    /// <summary>A page that shows something of the portal's own in a frame.</summary>
    WithFrames,

    /// <summary>
    /// Something that is shown in a frame of the portal's own pages and trusted with nothing: no script, no form, no
    /// origin.
    /// </summary>
    Framed,

    /// <summary>
    /// The sign-in page, whose form may lead to the identity provider: browsers ask that of redirects too.
    /// </summary>
    SignIn,
}

/// <summary>Says so of an action.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PagePolicyAttribute(PagePolicy policy) : Attribute
{
    public PagePolicy Policy { get; } = policy;
}
