<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Candidates</name>
    <message>
        <source>%1 “%2” created</source>
        <translation>已新建%1“%2”</translation>
    </message>
</context>
<context>
    <name>dw::ui::MainWindow</name>
    <message>
        <source>Leave without saving “%1”?</source>
        <translation>不保存“%1”就离开？</translation>
    </message>
    <message>
        <source>What was typed there is not saved and would be lost.</source>
        <translation>其中输入的内容尚未保存，离开后将丢失。</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存，离开</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>dw::ui::NewFolderDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Give the folder a name.</source>
        <translation>请填写文件夹名称。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a folder. Leave out / \ : * ? &quot; &lt; &gt; | and points at its ends.</source>
        <translation>“%1”不能作为文件夹名称。请去掉 / \ : * ? &quot; &lt; &gt; | 以及首尾的点。</translation>
    </message>
    <message>
        <source>There is no folder “%1”. Choose the place with “Browse…”.</source>
        <translation>没有文件夹“%1”。请用“浏览…”选择位置。</translation>
    </message>
    <message>
        <source>“%1” is there already. Choose another name.</source>
        <translation>“%1”已存在。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>dw::ui::PanelText</name>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Moved within its column</source>
        <translation>在列内移动</translation>
    </message>
    <message>
        <source>Restored from the bin</source>
        <translation>从回收站恢复</translation>
    </message>
</context>
<context>
    <name>dw::desktop::Application</name>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
</context>
<context>
    <name>dw::desktop::StartUp</name>
    <message>
        <source>Welcome to Dealwright</source>
        <translation>欢迎使用 Dealwright</translation>
    </message>
    <message>
        <source>A workspace is a folder on this computer that holds everything: deals, accounts, contacts, and the whole history of every value.</source>
        <translation>工作区是本机上的一个文件夹，存放全部内容：商机、客户、联系人，以及每个值的完整历史。</translation>
    </message>
    <message>
        <source>Making the sample workspace…</source>
        <translation>正在创建示例工作区…</translation>
    </message>
    <message>
        <source>Copying the workspace…</source>
        <translation>正在复制工作区…</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>This folder is not on this computer alone</source>
        <translation>此文件夹不只在本机上</translation>
    </message>
    <message>
        <source>There is no workspace here</source>
        <translation>这里没有工作区</translation>
    </message>
    <message>
        <source>This workspace is open elsewhere</source>
        <translation>此工作区正在别处打开</translation>
    </message>
    <message>
        <source>This workspace is damaged</source>
        <translation>此工作区已损坏</translation>
    </message>
    <message>
        <source>This workspace needs a newer Dealwright</source>
        <translation>此工作区需要更新版本的 Dealwright</translation>
    </message>
    <message>
        <source>The workspace could not be opened</source>
        <translation>无法打开工作区</translation>
    </message>
    <message>
        <source>Open to read only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Everything can be seen, nothing can be changed.</source>
        <translation>可以查看全部内容，但不能修改。</translation>
    </message>
    <message>
        <source>Make a workspace here</source>
        <translation>在此新建工作区</translation>
    </message>
    <message>
        <source>Restore the backup %1</source>
        <translation>恢复备份 %1</translation>
    </message>
    <message>
        <source>The damaged file is kept beside it.</source>
        <translation>损坏的文件会保留在旁边。</translation>
    </message>
    <message>
        <source>Make a new workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>A name and a place on this computer, not on a network or a synced folder.</source>
        <translation>名称和本机上的位置，不要选网络或同步文件夹。</translation>
    </message>
    <message>
        <source>Folder of the new workspace</source>
        <translation>新工作区的文件夹</translation>
    </message>
    <message>
        <source>A folder that holds workspace.dealwright.</source>
        <translation>包含 workspace.dealwright 的文件夹。</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>查看示例</translation>
    </message>
    <message>
        <source>A made-up team with its deals, to try everything without harm.</source>
        <translation>虚构的团队及其商机，可随意试用。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy it to this computer</source>
        <translation>复制到本机</translation>
    </message>
    <message>
        <source>The original stays as it is; the copy is opened.</source>
        <translation>原件保持不变，打开的是副本。</translation>
    </message>
    <message>
        <source>Folder of the copy</source>
        <translation>副本的文件夹</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
</context>
<context>
    <name>dw::ui</name>
    <message>
        <source>Moved to the bin</source>
        <translation>已移入回收站</translation>
    </message>
    <message>
        <source>Restored from the bin</source>
        <translation>已从回收站恢复</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已新建</translation>
    </message>
    <message>
        <source>Moved within its column</source>
        <translation>在列内移动</translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardMoves</name>
    <message>
        <source>Move “%1” to “%2”</source>
        <translation>将“%1”移到“%2”</translation>
    </message>
    <message>
        <source>“%1” is now in “%2”</source>
        <translation>“%1”已移入“%2”</translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardPage</name>
    <message>
        <source>Filter by name, account or owner</source>
        <translation>按名称、客户或负责人筛选</translation>
    </message>
    <message>
        <source>New deal</source>
        <translation>新建商机</translation>
    </message>
    <message>
        <source>Choose the pipeline</source>
        <translation>选择销售管道</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open deal(s)</source>
        <translation>
            <numerusform>%Ln 个在谈商机</numerusform>
        </translation>
    </message>
    <message>
        <source>total %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>weighted %1</source>
        <translation>加权 %1</translation>
    </message>
    <message>
        <source>No deal matches “%1”.</source>
        <translation>没有商机符合“%1”。</translation>
    </message>
    <message>
        <source>Show all deals</source>
        <translation>显示全部商机</translation>
    </message>
    <message>
        <source>This pipeline has no deals yet.</source>
        <translation>此销售管道还没有商机。</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>商机</translation>
    </message>
</context>
<context>
    <name>dw::ui::BusyDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>dw::ui::CardPainter</name>
    <message>
        <source>Closed %1</source>
        <translation>结案 %1</translation>
    </message>
    <message>
        <source>No next step</source>
        <translation>未安排下一步</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) overdue</source>
        <translation>
            <numerusform>逾期 %Ln 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days in the stage</comment>
        <translation>
            <numerusform>%Ln 天</numerusform>
        </translation>
    </message>
    <message>
        <source>No account</source>
        <translation>无客户</translation>
    </message>
    <message>
        <source>No amount</source>
        <translation>无金额</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>无负责人</translation>
    </message>
</context>
<context>
    <name>dw::ui::ChoiceField</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>dw::ui::CloseDealDialog</name>
    <message>
        <source>Close “%1” as %2</source>
        <translation>将“%1”结案为“%2”</translation>
    </message>
    <message>
        <source>A won deal has an amount and a date.</source>
        <translation>赢单的商机需要金额和日期。</translation>
    </message>
    <message>
        <source>A lost deal has a reason and a date.</source>
        <translation>输单的商机需要原因和日期。</translation>
    </message>
    <message>
        <source>Close deal</source>
        <translation>结案</translation>
    </message>
</context>
<context>
    <name>dw::ui::ColumnHead</name>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln 个商机</numerusform>
        </translation>
    </message>
    <message>
        <source>Sum %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>Weighted %1</source>
        <translation>加权 %1</translation>
    </message>
    <message>
        <source>Weighted: amount × %1% of this stage</source>
        <translation>加权：金额 × 本阶段的 %1%</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s) without an amount are not in the sum</source>
        <translation>
            <numerusform>%Ln 个没有金额的商机未计入合计</numerusform>
        </translation>
    </message>
    <message>
        <source>A sum is too large to be shown</source>
        <translation>合计过大，无法显示</translation>
    </message>
    <message>
        <source>Closed, won</source>
        <translation>已结案，赢单</translation>
    </message>
    <message>
        <source>Closed, lost</source>
        <translation>已结案，输单</translation>
    </message>
</context>
<context>
    <name>dw::ui::DateField</name>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Calendar (Alt+Down)</source>
        <translation>日历（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>dw::ui::DealField</name>
    <message>
        <source>Why is this so?</source>
        <translation>为什么是这个值？</translation>
    </message>
    <message>
        <source>Why is “%1” so?</source>
        <translation>“%1”为什么是这个值？</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>dw::ui::DealPanel</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>最近变更</translation>
    </message>
    <message>
        <source>Close the panel (Esc)</source>
        <translation>关闭面板（Esc）</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Move the deal to the bin</source>
        <translation>将商机移入回收站</translation>
    </message>
    <message>
        <source>Deal %1</source>
        <translation>商机 %1</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>无客户</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>第 %1 天</translation>
    </message>
    <message>
        <source>No amount</source>
        <translation>无金额</translation>
    </message>
    <message>
        <source>weighted %1</source>
        <translation>加权 %1</translation>
    </message>
    <message>
        <source>No open task</source>
        <translation>没有未完成的任务</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>Changed “%1”</source>
        <translation>已修改“%1”</translation>
    </message>
    <message>
        <source>“%1” is in the bin</source>
        <translation>“%1”已移入回收站</translation>
    </message>
</context>
<context>
    <name>dw::ui::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>dw::ui::InstantField</name>
    <message>
        <source>yyyy-mm-dd hh:mm</source>
        <translation>年-月-日 时:分</translation>
    </message>
</context>
<context>
    <name>dw::ui::LinkField</name>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
    <message>
        <source>Show all (Down)</source>
        <translation>显示全部（↓）</translation>
    </message>
</context>
<context>
    <name>dw::ui::LookMenus</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>dw::ui::MoneyField</name>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
</context>
<context>
    <name>dw::ui::NewRecordDialog</name>
    <message>
        <source>New %1</source>
        <translation>新建%1</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多字段</translation>
    </message>
    <message>
        <source>%1 “%2” created</source>
        <translation>已新建%1“%2”</translation>
    </message>
    <message>
        <source>“%1” was not saved</source>
        <translation>“%1”未保存</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>dw::ui::PersonDialog</name>
    <message>
        <source>Who sits here?</source>
        <translation>谁在使用？</translation>
    </message>
    <message>
        <source>Every change is kept under this name. It can be switched at any time.</source>
        <translation>每项变更都会记在此人名下，可随时切换。</translation>
    </message>
    <message>
        <source>Search, or type a new name</source>
        <translation>搜索，或输入新姓名</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>就是我</translation>
    </message>
    <message>
        <source>New person “%1”</source>
        <translation>新人员“%1”</translation>
    </message>
</context>
<context>
    <name>dw::ui::Picker</name>
    <message>
        <source>Create “%1”</source>
        <translation>新建“%1”</translation>
    </message>
</context>
<context>
    <name>dw::ui::Rail</name>
    <message>
        <source>Narrow navigation</source>
        <translation>收窄导航栏</translation>
    </message>
    <message>
        <source>Wide navigation</source>
        <translation>展开导航栏</translation>
    </message>
</context>
<context>
    <name>dw::ui::ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Say why in a few words; the history keeps it.</source>
        <translation>请简短说明原因，历史记录会保留它。</translation>
    </message>
</context>
<context>
    <name>dw::ui::RecordFields</name>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>dw::ui::SetField</name>
    <message>
        <source>Type to add</source>
        <translation>输入以添加</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
</context>
<context>
    <name>dw::ui::Shell</name>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1: a part is in use or was changed later, and would stay</source>
        <translation>%1：其中一部分正在使用或之后又有修改，将予保留</translation>
    </message>
    <message>
        <source>“%1” needs it</source>
        <translation>“%1”需要它</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the rest</source>
        <translation>撤销其余部分</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Redo “%1”?</source>
        <translation>重做“%1”？</translation>
    </message>
    <message>
        <source>Undo “%1”?</source>
        <translation>撤销“%1”？</translation>
    </message>
</context>
<context>
    <name>dw::ui::StageBar</name>
    <message>
        <source>Stage %1 of %2</source>
        <translation>第 %1 阶段，共 %2 个</translation>
    </message>
</context>
<context>
    <name>dw::ui::Toast</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>dw::ui::TopBar</name>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Another window or program writes to this workspace.</source>
        <translation>另一个窗口或程序正在写入此工作区。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>This workspace is open to read only</source>
        <translation>此工作区以只读方式打开</translation>
    </message>
    <message>
        <source>Open another workspace…</source>
        <translation>打开其他工作区…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Somebody else sits here…</source>
        <translation>换人使用…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Who sits here?</source>
        <translation>谁在使用？</translation>
    </message>
    <message>
        <source>Who sits here: the author of every change</source>
        <translation>当前使用者：每项变更的作者</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::UndoSize</name>
    <message numerus="yes">
        <source>%1 go to the bin.</source>
        <translation>
            <numerusform>%1将移入回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 come back from the bin.</source>
        <translation>
            <numerusform>%1将从回收站恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 go back to their old values.</source>
        <translation>
            <numerusform>%1将恢复为原来的值。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number and what is counted</comment>
        <translation>%1 条%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other record(s)</source>
        <translation>
            <numerusform>%1和其他 %n 条记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::WhyPopover</name>
    <message>
        <source>Why “%1” is so</source>
        <translation>“%1”为什么是这个值</translation>
    </message>
    <message>
        <source>Nobody has ever set this field.</source>
        <translation>从未有人设置过此字段。</translation>
    </message>
</context>
</TS>
